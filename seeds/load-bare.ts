import { createPage } from '../src/cms/pages/create';
import { NO_COMMON_FIELDS } from '../src/cms/pages/page';
import { getPageType } from '../src/cms/registry';
import { insertSite } from '../src/cms/sites/queries';
import { publish } from '../src/cms/workflow/publish';
import { saveRevision } from '../src/cms/workflow/save-revision';
import { SYSTEM } from '../src/platform/history/record';
import type { SeedDeps } from './load';

/** `SEED=none`: a site of one's own begins with a home page and nothing else, so that there is something to sign in to. */
export async function seedBare(deps: SeedDeps): Promise<void> {
  const title = 'A new site';
  const siteId = await insertSite(deps.db, deps.now(), {
    key: 'main', name: title, organisation: title, lang: 'en', timeZone: 'UTC', isDefault: true, baseUrl: null,
    settings: {
      defaultDescription: 'This site has just been made.', defaultSharingImage: null, contactEmail: 'webmaster@localhost', supportEmail: 'webmaster@localhost',
      demonstrationNotice: null, mailArchiveUrl: 'https://mailarchive.ietf.org', datatrackerUrl: 'https://datatracker.ietf.org', reportForm: null,
    },
  });
  const pageId = await createPage(deps, SYSTEM, { siteId, parentId: null, type: 'home', slug: '', title, position: 0 });
  const content = { ...getPageType(deps.registry, 'home').example, heading: title, introduction: 'Its pages are still to be written.' };
  const { revisionId } = await saveRevision(deps, SYSTEM, { pageId, base: 'latest', title, slug: '', common: NO_COMMON_FIELDS, content, note: null });
  await publish(deps, SYSTEM, { pageId, revisionId });
}
