import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/actor';
import { NotFound } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { pageOf } from '../pages/on-page';
import { getPageType } from '../registry';
import { textOf } from '../revisions/page-text';
import { getRevision } from '../revisions/queries';
import { saveRevision } from '../workflow/save-revision';
import type { HistoryDeps } from './deps';
import { restorationForm } from './forms';
import { withPart } from './restore-part';
import { listComparedRevisions } from './revision-queries';

/** No tab's working copy has this number: what somebody is typing meanwhile is left alone, and merged when it is saved. */
const NO_COPY = 0;

/**
 * POST /admin/pages/:id/history/restorations: a new revision that says in one part, or in all, what an older one said. Readers see no
 * change until it is published.
 */
export function createRestoration(deps: HistoryDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    const { from, part } = parseBody(req, restorationForm);
    const type = getPageType(deps.registry, page.type);
    const [source] = (await listComparedRevisions(deps.db, page.id, { older: from, newer: from })).filter(({ id }) => id === from);
    const baseId = page.draftRevisionId ?? page.liveRevisionId;
    if (!source || baseId === null) throw new NotFound('There is no such revision of this page.');
    const base = await getRevision(deps.db, page.id, baseId);
    const restored = withPart(type, textOf(type, base), textOf(type, source), part);
    if (!restored) throw new NotFound('There is no such part in either revision.');
    const note = `${restored.what} as in revision ${source.number}`;
    const { revisionId, outcome } = await saveRevision(deps, actorOf(req, res), { pageId: page.id, base: baseId, number: NO_COPY, ...restored.text, note });
    const done = outcome === 'unchanged' ? 'same' : 'restored';
    res.redirect(303, `/admin/pages/${page.id}/history?${new URLSearchParams({ ...(outcome === 'unchanged' ? {} : { a: String(baseId), b: String(revisionId) }), done }).toString()}`);
  };
}
