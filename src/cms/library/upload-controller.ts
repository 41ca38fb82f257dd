import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/actor';
import { HttpError, Unprocessable } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { refusedUploadsOf, uploadsOf, type Upload } from '../../platform/http/uploads';
import { wantsJson } from '../../platform/http/wants-json';
import type { MediaChangeDeps } from '../media/change-media';
import type { Actor } from '../../platform/history/record';
import { backTo } from './back';
import { uploadForm } from './forms';
import type { FileAnswer, MediaSection, NewFile, Uploaded } from './section';
import { TwinInTrash } from './twin';
import type { ReportView } from './views';

interface Taken extends FileAnswer {
  /** Its own reference, when nothing new was made. */
  readonly duplicateOf: string | null;
  readonly note: string | null;
}

interface Refusal {
  readonly filename: string;
  readonly message: string;
  /** It would be taken if it were sent with `again=1`. */
  readonly again: boolean;
  /** The file of the trash that has the same content, which can be restored instead. */
  readonly twin: TwinInTrash['twin'] | null;
}

type Take = (deps: MediaChangeDeps, actor: Actor, file: NewFile) => Promise<Uploaded>;

/** POST /admin/images, /admin/documents: one file or several, each taken or refused by itself. */
export function createFiles(section: MediaSection, take: Take): RequestHandler {
  const { kind, deps } = section;
  return async (req, res) => {
    const { collection: collectionId, again } = parseBody(req, uploadForm);
    const [uploads, tooLarge] = [uploadsOf(res), refusedUploadsOf(res)];
    if (uploads.length + tooLarge.length === 0) throw new Unprocessable([{ field: 'file', message: 'Choose a file first.' }]);

    const taken: Taken[] = [];
    const refused: Refusal[] = tooLarge.map((file) => ({ ...file, again: false, twin: null }));
    for (const upload of uploads) {
      try {
        const uploaded = await take(deps, actorOf(req, res), { upload, collectionId, again });
        taken.push(answerOf(await section.answer(uploaded.id), uploaded));
      } catch (error) {
        refused.push(refusalOf(upload, error));
      }
    }
    const none = uploads.length === 0 ? 413 : 422; // 413: all of them were too large to look at
    if (wantsJson(req)) res.status(taken.length === 0 ? none : 201).json({ [kind.many]: taken, refused });
    // one file is shown at once; what somebody has to know of is said in a report above the list
    else if (isSilent(taken, refused)) res.redirect(303, backTo(kind.base, section.listing(req), { done: 'uploaded', n: taken.length, ...(taken.length === 1 ? { openId: taken[0]!.id } : {}) }));
    else await section.show(req, res.status(taken.length === 0 ? none : 200), { open: null, report: reportOf(taken, refused) });
  };
}

function answerOf(answer: FileAnswer, { isDuplicate, note }: Uploaded): Taken {
  return { ...answer, duplicateOf: isDuplicate ? answer.uri : null, note };
}

/** Of this one file. What is wrong with the server, or its disk, ends the request. */
function refusalOf({ filename }: Upload, error: unknown): Refusal {
  if (!(error instanceof HttpError) || error.status >= 500) throw error;
  const twin = error instanceof TwinInTrash ? error.twin : null;
  return { filename, message: error.message, again: twin !== null, twin };
}

function isSilent(taken: readonly Taken[], refused: readonly Refusal[]): boolean {
  return refused.length === 0 && taken.every(({ duplicateOf, note }) => duplicateOf === null && note === null);
}

function reportOf(taken: readonly Taken[], refused: readonly Refusal[]): ReportView {
  return {
    title: refused.length === 0 ? 'All files are in the library' : `${taken.length} of ${taken.length + refused.length} files are in the library`,
    done: taken.map(({ label, url, duplicateOf, note }) => ({ title: label, url, why: note ?? (duplicateOf === null ? null : 'It was here already.') })),
    refused: refused.map(({ filename, message, twin }) => ({ title: filename, url: twin?.url ?? null, why: message })), picked: [],
  };
}
