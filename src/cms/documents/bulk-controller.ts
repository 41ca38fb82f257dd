import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/actor';
import { parseBody } from '../../platform/http/strict-input';
import { wantsJson } from '../../platform/http/wants-json';
import type { ReportView } from '../images/views';
import { backTo } from './back';
import { changeMany, type BulkLine } from './bulk';
import type { DocumentDeps } from './deps';
import { bulkForm, type BulkAction, type Done } from './forms';
import { documentWords } from './library-view';
import { BASE } from './listing';
import { sendLibrary } from './show-controller';

const DONE: Readonly<Record<BulkAction, Done>> = { tag: 'tagged', untag: 'untagged', collection: 'collected', trash: 'trashed', restore: 'restored' };

/** POST /admin/documents/bulk */
export function createBulk(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { ids, do: action, tag: tags, collection } = parseBody(req, bulkForm);
    const lines = await changeMany(deps, actorOf(req, res), req.user, { ids, action, tags, collection });
    const [done, refused] = [lines.filter(({ why }) => why === null), lines.filter(({ why }) => why !== null)];
    const status = done.length === 0 ? 409 : 200;
    if (wantsJson(req)) res.status(status).json({ done: done.map(({ id }) => id), refused: refused.map(({ id, title, why }) => ({ id, title, message: why })) });
    else if (refused.length === 0) res.redirect(303, backTo(req, { documentId: null, done: DONE[action], n: done.length }));
    else await sendLibrary(deps, req, res.status(status), reportOf(action, done, refused));
  };
}

const WORDS: Readonly<Record<BulkAction, string>> = { tag: 'have the tag', untag: 'lost the tag', collection: 'are in the collection', trash: 'are in the trash', restore: 'are back' };

function reportOf(action: BulkAction, done: readonly BulkLine[], refused: readonly BulkLine[]): ReportView {
  const line = ({ id, title, why }: BulkLine): ReportView['done'][number] => ({ title, why, url: `${BASE}/${id}` });
  return { title: `${done.length} of ${documentWords(done.length + refused.length)} ${WORDS[action]}`, done: done.map(line), refused: refused.map(line) };
}
