import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/actor';
import { instantIn } from '../../platform/instants';
import { getPage } from '../pages/queries';
import { PageNotFound } from '../pages/serve';
import { getPageType } from '../registry';
import { textOf } from '../revisions/page-text';
import { getRevision } from '../revisions/queries';
import { hashOfLink, noteFirstUse } from './links';
import { previewedPage } from './previewed-page';
import { findOpenLink } from './queries';
import { sendPreview, type PreviewDeps } from './send-preview';

/**
 * GET /preview/:token: the newest revision of a page, for whoever has the link. Unknown, over, revoked, of a page in the trash or
 * of another site: one and the same answer, so that nobody learns which it was.
 */
export function openLink(deps: PreviewDeps): RequestHandler {
  return async (req, res) => {
    const at = deps.now();
    const link = await findOpenLink(deps.db, hashOfLink(String(req.params['token'])), at);
    const page = link && await getPage(deps.db, link.pageId);
    const revisionId = page?.draftRevisionId ?? page?.liveRevisionId ?? null;
    if (!link || !page || revisionId === null || page.siteId !== res.locals.site.id) throw new PageNotFound('/preview', []);

    await noteFirstUse(deps, actorOf(req, res), page, link);
    const type = getPageType(deps.registry, page.type);
    const revision = await getRevision(deps.db, page.id, revisionId);
    const { timeZone } = res.locals.site;
    const words = `Preview, not public. As saved ${instantIn(timeZone, revision.createdAt)}; this link works until ${instantIn(timeZone, link.expiresAt)}.`;
    await sendPreview(deps, req, res, { page: previewedPage(page, type, textOf(type, revision), at), words, frame: 'none' });
  };
}
