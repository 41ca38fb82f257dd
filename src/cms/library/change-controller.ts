import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import type { Actor } from '../../platform/history/record';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { parseBody, parseParams } from '../../platform/http/strict-input';
import { refusedUploadsOf, uploadsOf } from '../../platform/http/uploads';
import { wantsJson } from '../../platform/http/wants-json';
import { backTo } from './back';
import { changeParams, trashForm, version, versionForm, versionParams, type Done } from './forms';
import { formIn } from './request';
import type { Action, MediaSection, PutBack, Replacement } from './section';
import type { Trashing } from './trash';

/** Gives what a person has to be told besides. Async, since what it throws at once is a refusal, too. */
type Work = (id: number, req: Request, res: Response, actor: Actor) => Promise<string | null | void>;

/** POST …/:id/versions: another file for this one. */
export function createVersion(section: MediaSection, replace: Action<Replacement>): RequestHandler {
  return changing(section, 'replaced', async (id, req, res, actor) => {
    const { version } = parseBody(req, versionForm);
    const [upload] = uploadsOf(res);
    if (!upload) throw new Unprocessable([{ field: 'file', message: refusedUploadsOf(res)[0]?.message ?? 'Choose a file first.' }]);
    return replace(section.deps, actor, { id, version, upload });
  });
}

/** POST …/:id/versions/:number/restoration: a former file again. */
export function createRestoration(section: MediaSection, putBack: Action<PutBack>): RequestHandler {
  return changing(section, 'put-back', async (id, req, _res, actor) => putBack(section.deps, actor, { id, number: parseParams(req, versionParams).number, ...parseBody(req, versionForm) }));
}

/** POST …/:id/trash */
export function createTrash(section: MediaSection, trash: Action<Trashing>): RequestHandler {
  return changing(section, 'trashed', async (id, req, _res, actor) => trash(section.deps, actor, { id, ...parseBody(req, trashForm), viewer: req.user }));
}

/** DELETE …/:id/trash: back into the library. */
export function destroyTrash(section: MediaSection, restore: Action<Trashing>): RequestHandler {
  return changing(section, 'restored', async (id, req, _res, actor) => restore(section.deps, actor, { id, ...parseBody(req, trashForm) }));
}

/** DELETE …/:id: for good, from the trash only. */
export function destroyFile(section: MediaSection, remove: Action<Trashing>): RequestHandler {
  return changing(section, 'deleted', async (id, req, _res, actor) => remove(section.deps, actor, { id, ...parseBody(req, trashForm), viewer: req.user }));
}

/**
 * A change of one file. Done, it leads to its pane, or to the list when there is no pane of it any more; refused, the pane comes again with
 * what was typed.
 */
export function changing(section: MediaSection, done: Done, work: Work): RequestHandler {
  return async (req, res) => {
    const { id } = parseParams(req, changeParams);
    let note: string | null;
    try {
      note = await work(id, req, res, actorOf(req, res)) ?? null;
    } catch (error) {
      return showRefusal(section, req, res, id, error);
    }
    await sendDone(section, req, res, { id, done, note });
  };
}

const GONE: ReadonlySet<Done> = new Set(['trashed', 'deleted']);

async function sendDone({ kind, listing, answer, show }: MediaSection, req: Request, res: Response, { id, done, note }: { id: number; done: Done; note: string | null }): Promise<void> {
  const isGone = GONE.has(done);
  if (wantsJson(req)) res.json(isGone ? { id } : { [kind.one]: { ...await answer(id), duplicateOf: null, note } });
  // a reload sends it again, which then finds nothing to change
  else if (done === 'changed' && note !== null) await show(req, res, { open: { id, refused: null, note }, report: null });
  else res.redirect(303, backTo(kind.base, listing(req), { done, ...(isGone ? {} : { openId: id }), ...(done === 'trashed' ? { about: id } : {}) }));
}

/** Beside the fields what is wrong with them, above them what is so with the whole. What is no refusal is thrown on, and so is all for scripts. */
async function showRefusal(section: MediaSection, req: Request, res: Response, id: number, error: unknown): Promise<void> {
  const isConflict = error instanceof Conflict;
  if (wantsJson(req) || !(isConflict || error instanceof Unprocessable)) throw error;
  const problems = isConflict ? [{ field: '', message: error.message }] : error.problems;
  const beside = problems.filter(({ field }) => section.fields.includes(field));
  const above = problems.filter((problem) => !beside.includes(problem)).map(({ message }) => message).join(' ') || null;
  const sent = version.safeParse((req.body as { version?: unknown } | undefined)?.version);
  const refused = { ...formIn(req, section.fields), version: sent.data ?? null, problem: above, problems: new Map(beside.map(({ field, message }) => [field, message])), isConflict };
  await section.show(req, res.status(error.status), { open: { id, refused }, report: null });
}
