import { changeSite } from '../src/cms/sites/change';
import { insertSite, updateSettings } from '../src/cms/sites/queries';
import type { SiteSettings } from '../src/cms/sites/site';
import { SYSTEM } from '../src/platform/history/record';
import type { SeedDeps } from './load';
import type { Known } from './references';

/** The default site. Its base URL is the setting PUBLIC_URL. */
export async function loadSite(deps: SeedDeps, media: Known): Promise<number> {
  const siteId = await insertSite(deps.db, deps.now(), {
    key: 'ietf',
    name: 'IETF',
    organisation: 'Internet Engineering Task Force',
    lang: 'en',
    timeZone: 'UTC',
    isDefault: true,
    baseUrl: null,
    settings: settingsOf(media),
  });
  return siteId;
}

/** The settings again, now that there are pages that they may name. */
export async function nameReportForm(deps: SeedDeps, siteId: number, known: Known): Promise<void> {
  await changeSite(deps, siteId, SYSTEM, async ({ trx, tell }) => {
    await updateSettings(trx, siteId, settingsOf(known));
    await tell({ action: 'settings.changed', objectType: 'site', objectId: String(siteId), siteId });
  });
}

function settingsOf(known: Known): SiteSettings {
  return {
    defaultDescription: 'The IETF writes the open standards of the Internet: meetings, working groups, RFCs and how to take part.',
    defaultSharingImage: known['image:share-default'] ?? null,
    contactEmail: 'support@ietf.org',
    supportEmail: 'support@ietf.org',
    demonstrationNotice: 'A demonstration, not the website of the IETF. The people who sign posts here and the dates of posts are invented; the standards, groups and meetings are real.',
    mailArchiveUrl: 'https://mailarchive.ietf.org',
    datatrackerUrl: 'https://datatracker.ietf.org',
    reportForm: known['page:/report-problem/'] ?? null,
  };
}
