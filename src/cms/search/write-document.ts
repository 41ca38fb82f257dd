import { dayIn } from '../../platform/dates';
import type { Db } from '../../platform/db/connect';
import type { Listing } from '../page-type';
import type { PageRow } from '../pages/queries';
import { resolveReferences } from '../references/resolve';
import type { Registry } from '../registry';
import type { Revision } from '../revisions/queries';
import { getTimeZone } from '../sites/queries';
import { upsertSearchDocument } from './index-queries';
import { namesOf } from './names';

export interface Published {
  page: PageRow;
  revision: Revision;
  facts: Listing;
  summary: string | null;
  headings: readonly string[];
  body: string;
}

/** What is not the last word any more is still found, below what is. */
const BOOST: Readonly<Record<string, number>> = { current: 1, superseded: 0.45, archived: 0.3 };

/** What the search knows of a page, from the revision that becomes the live one. */
export async function writeSearchDocument(trx: Db, registry: Registry, { page, revision, facts, summary, headings, body }: Published): Promise<void> {
  const { date, startDate, endDate, introduction, terms } = facts;
  const zone = await getTimeZone(trx, page.siteId);
  const ownDay = startDate ?? (date === null ? null : dayOf(zone, date));
  await upsertSearchDocument(trx, {
    pageId: page.id, siteId: page.siteId, type: page.type, title: revision.title, names: namesOf(revision.title, revision.slug),
    summary, body,
    keywords: sentences([introduction === summary ? null : introduction, ...headings, ...await namesOfTerms(trx, registry, terms, page.firstPublishedAt!)]),
    terms,
    date: ownDay ?? dayIn(zone, page.firstPublishedAt!),
    year: ownDay === null ? null : Number(ownDay.slice(0, 4)),
    fadesOn: endDate ?? ownDay,
    status: revision.common.status,
    boost: BOOST[revision.common.status] ?? 1,
  });
}

/** SEARCH-04: authors and topics are found by their names. */
async function namesOfTerms(trx: Db, registry: Registry, terms: readonly string[], now: Date): Promise<string[]> {
  const targets = await resolveReferences(trx, registry.referenceKinds, terms, now);
  return [...targets.values()].flatMap(({ label, title }) => (title === null ? [label] : [label, title]));
}

function sentences(parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join(' . ') || null;
}

/** The day of an ISO day or instant: the one that lists print, which is the site's. A day is the same everywhere. */
function dayOf(zone: string, date: string): string {
  return date.includes('T') ? dayIn(zone, new Date(date)) : date;
}
