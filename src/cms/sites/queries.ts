import { z } from 'zod';
import type { Db } from '../../platform/db/connect';
import { NotFound } from '../../platform/http/errors';
import type { Site, SiteSettings } from './site';

export const CONTENT_CHANNEL = 'content_version';

const settingsSchema: z.ZodType<SiteSettings> = z.strictObject({
  defaultDescription: z.string(),
  defaultSharingImage: z.string().nullable(),
  contactEmail: z.string(),
  supportEmail: z.string(),
  demonstrationNotice: z.string().nullable(),
  mailArchiveUrl: z.string(),
  datatrackerUrl: z.string(),
  reportForm: z.string().nullable(),
});

interface SiteRow extends Omit<Site, 'baseUrl' | 'settings'> {
  baseUrl: string | null;
  settings: unknown;
  isDefault: boolean;
  contentVersion: number;
  contentChangedAt: Date;
}

/** A site with its host names, as kept in memory. */
export interface SiteEntry {
  readonly site: Site;
  readonly isDefault: boolean;
  readonly hosts: readonly string[];
  readonly contentVersion: number;
  readonly contentChangedAt: Date;
}

/** All of them: a handful. `publicUrl` is the base URL of the default site. */
export async function listSites(db: Db, publicUrl: string): Promise<SiteEntry[]> {
  const rows = await db('sites').select<SiteRow[]>('*').orderBy('id');
  const hosts = await db('site_hosts').select<{ host: string; siteId: number }[]>('host', 'siteId');
  return rows.map((row) => toEntry(row, hosts.filter((host) => host.siteId === row.id).map(({ host }) => host), publicUrl));
}

function toEntry(row: SiteRow, hosts: string[], publicUrl: string): SiteEntry {
  const { id, key, name, organisation, lang, timeZone } = row;
  const baseUrl = (row.isDefault ? publicUrl : row.baseUrl ?? publicUrl).replace(/\/$/, '');
  const site = { id, key, name, organisation, lang, timeZone, baseUrl, settings: settingsSchema.parse(row.settings) };
  return { site, isDefault: row.isDefault, hosts: [...hosts, new URL(baseUrl).hostname], contentVersion: row.contentVersion, contentChangedAt: row.contentChangedAt };
}

export interface NewSite {
  key: string;
  name: string;
  organisation: string;
  lang: string;
  timeZone: string;
  isDefault: boolean;
  baseUrl: string | null;
  settings: SiteSettings;
}

const EPOCH = Date.UTC(2026, 0, 1);

/** Its content version starts with the clock: after a reset no running process mistakes new content for what it kept. */
export async function insertSite(db: Db, now: Date, site: NewSite): Promise<number> {
  const settings = JSON.stringify(settingsSchema.parse(site.settings));
  const contentVersion = Math.max(1, Math.floor((now.getTime() - EPOCH) / 1_000));
  const rows = await db('sites').insert({ ...site, settings, contentVersion, contentChangedAt: now, createdAt: now }).returning<{ id: number }[]>('id');
  return rows[0]!.id;
}

/** All settings of a site. Whoever changes them reads the directory of sites anew (`SiteDirectory.load`). */
export async function updateSettings(trx: Db, siteId: number, settings: SiteSettings): Promise<void> {
  await trx('sites').where('id', siteId).update({ settings: JSON.stringify(settingsSchema.parse(settings)) });
}

/** Of the site as it is in this transaction. An IANA name. */
export async function getTimeZone(db: Db, siteId: number): Promise<string> {
  const row = await db('sites').where('id', siteId).first<{ timeZone: string } | undefined>('timeZone');
  if (!row) throw new NotFound(`There is no site ${siteId}.`);
  return row.timeZone;
}

/** Rule 7: the new version, told to every process when the transaction commits. */
export async function bumpContentVersion(trx: Db, siteId: number, now: Date): Promise<number> {
  const rows = await trx('sites').where('id', siteId).increment('contentVersion', 1)
    .update({ contentChangedAt: now }).returning<{ contentVersion: number }[]>('contentVersion');
  const version = rows[0]!.contentVersion;
  await trx.raw('select pg_notify(?, ?)', [CONTENT_CHANNEL, `${siteId} ${version} ${now.getTime()}`]);
  return version;
}

/**
 * The sites whose pages may look different after a change of this one: itself, and all when it touched a page whose readers have the files of
 * a collection. Files belong to no site, so that another one's page may show or hide a picture by it. Every query that changes a page notes
 * the moment (`updated_at`).
 */
export async function listSitesTouched(trx: Db, siteId: number, at: Date): Promise<number[]> {
  return trx('sites').where('id', siteId)
    .orWhereExists(trx('collections as c').join('pages as p', 'p.id', 'c.pageId').where('p.updatedAt', at).select(trx.raw('1'))).pluck<number[]>('id');
}

/** One tree change at a time per site (security rule 39); released when the transaction ends. */
export async function lockTree(trx: Db, siteId: number): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(71001, ?)', [siteId]);
}
