import type { Knex } from 'knex';
import type { Db } from '../../platform/db/connect';
import type { ImageValue } from '../fields/image';
import { parseMediaKey } from '../media/media-key';
import type { Listing } from '../page-type';
import type { LivePage } from '../pages/page';
import { parseReference } from '../references/uri';

export interface NewListing extends Omit<Listing, 'introduction' | 'date'> {
  title: string;
  summary: string | null;
  image: ImageValue | null;
  date: Date;
  status: string;
}

/** The page's row in lists, and what they filter by: written anew with every publication. */
export async function replaceListing(trx: Db, page: { id: number; siteId: number; type: string }, listing: NewListing): Promise<void> {
  const { title, summary, image, date, startDate, endDate, place, facts, terms, status } = listing;
  const imageId = image && await findImageId(trx, image.ref);
  await trx('listings').where('pageId', page.id).del();
  await trx('listings').insert({
    pageId: page.id, siteId: page.siteId, type: page.type, title, summary, imageId, imageAlt: image && !image.decorative ? image.alt : null,
    date, startDate, endDate, place, status, facts: JSON.stringify(facts),
  });
  const rows = terms.map(parseReference).flatMap((term, position) => (term ? [{ pageId: page.id, position, kind: term.kind, key: term.key }] : []));
  if (rows.length > 0) await trx('listingTerms').insert(rows);
}

/** Null for one that was deleted for good since somebody chose it: a page is published without its picture rather than not at all. */
async function findImageId(trx: Db, ref: string): Promise<number | null> {
  const key = parseMediaKey(parseReference(ref)?.key ?? '');
  const found = key === undefined ? undefined : await trx('images').where('id', Number(key)).forKeyShare().first<{ id: number } | undefined>('id');
  return found?.id ?? null;
}

export async function deleteListings(trx: Db, pageIds: readonly number[]): Promise<void> {
  await trx('listings').whereIn('pageId', [...pageIds]).del();
}

/** A page as lists and cards print it. `image` holds the picture's facts (`ImageFacts`) or null. */
export interface ListingRow {
  pageId: number;
  type: string;
  title: string;
  path: string;
  summary: string | null;
  image: unknown;
  imageAlt: string | null;
  date: Date;
  startDate: string | null;
  endDate: string | null;
  place: string | null;
  status: string;
  facts: Record<string, string | number | boolean | null>;
  /** Root-relative: the address under which the page was first published, which stays whatever becomes of it (FEED-04). */
  guid: string;
  firstPublishedAt: Date;
  lastPublishedAt: Date;
}

/**
 * The beginning of every query over lists: only what a visitor may see, with its picture. `gateId`: that of the page that
 * has the list, since who reads a private page may see those around it.
 * Callers add their own conditions, order and limit.
 */
export function visibleListings(db: Db, siteId: number, now: Date, gateId: number | null = null): Knex.QueryBuilder<object, ListingRow[]> {
  return db('listings as l').join('pages as p', 'p.id', 'l.pageId').leftJoin('images as i', 'i.id', 'l.imageId')
    .where('l.siteId', siteId).whereRaw('is_visible_within(p, ?, ?::int)', [now, gateId])
    .select('l.pageId', 'l.type', 'l.title', 'p.path', 'l.summary', 'l.imageAlt', 'l.date', 'l.startDate', 'l.endDate', 'l.place', 'l.status', 'l.facts')
    .select('p.firstPath as guid', 'p.firstPublishedAt', 'p.lastPublishedAt')
    .select(db.raw('open_image_facts(i, ?, ?::int) as image', [now, gateId])) as Knex.QueryBuilder<object, ListingRow[]>;
}

/** Public children in tree order: what an index page lists. */
export async function listChildren(db: Db, { id, siteId, gateId }: Pick<LivePage, 'id' | 'siteId' | 'gateId'>, now: Date, limit = 200): Promise<ListingRow[]> {
  return visibleListings(db, siteId, now, gateId).where('p.parentId', id).orderBy(['p.position', 'p.id']).limit(limit);
}
