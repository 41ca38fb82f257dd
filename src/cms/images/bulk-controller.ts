import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/actor';
import { parseBody } from '../../platform/http/strict-input';
import { wantsJson } from './answer';
import { backTo } from './back';
import { doToImages, type Outcome } from './bulk';
import { bulkForm, type BulkAction } from './change-forms';
import type { ImageDeps } from './deps';
import type { Done } from './forms';
import { sendLibrary } from './show-controller';
import type { ReportView } from './views';
import { imageWords } from './words';

const DONE: Readonly<Record<BulkAction, Done>> = { tag: 'tagged', untag: 'untagged', collection: 'collected', trash: 'trashed', restore: 'restored' };

/** POST /admin/images/bulk */
export function createBulk(deps: ImageDeps): RequestHandler {
  return async (req, res) => {
    const { ids, do: action, tag: tags, collection: collectionId } = parseBody(req, bulkForm);
    const outcomes = await doToImages(deps, actorOf(req, res), { action, ids, tags, collectionId, viewer: req.user! });
    const refused = outcomes.filter(({ refusal }) => refusal !== null);
    const done = outcomes.length - refused.length;
    const status = done === 0 ? 409 : 200;

    if (wantsJson(req)) res.status(status).json({ done: outcomes.filter(({ refusal }) => refusal === null).map(({ id }) => id), refused: refused.map(({ id, image, refusal }) => ({ id, title: image?.title ?? null, message: refusal })) });
    else if (refused.length === 0) res.redirect(303, backTo(req, { imageId: null, done: DONE[action], n: done }));
    else await sendLibrary(deps, req, res.status(status), reportOf(action, outcomes));
  };
}

const WORDS: Readonly<Record<BulkAction, string>> = { tag: 'have the tag', untag: 'lost the tag', collection: 'are in the collection', trash: 'are in the trash', restore: 'are back' };

function reportOf(action: BulkAction, outcomes: readonly Outcome[]): ReportView {
  const line = ({ id, image, refusal }: Outcome): ReportView['done'][number] => ({ title: image?.title ?? `Image ${id}`, url: image ? `/admin/images/${id}` : null, why: refusal });
  const refused = outcomes.filter(({ refusal }) => refusal !== null);
  return {
    title: `${outcomes.length - refused.length} of ${imageWords(outcomes.length)} ${WORDS[action]}`,
    done: outcomes.filter(({ refusal }) => refusal === null).map(line), refused: refused.map(line),
  };
}
