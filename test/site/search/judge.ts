import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { find } from '../../../src/cms/search/find';
import { searchQuerySchema } from '../../../src/cms/search/forms';
import { resultsView } from '../../../src/cms/search/results-view';
import { resolveReferences } from '../../../src/cms/references/resolve';
import { siteSearch } from '../../../src/site/search/site-search';
import type { TestSite } from '../../support/site';

/** What visitors type, and where they want to go: one of these pages (`/about/note-well/`) or things (`rfc:9110`). */
const queries = z.array(z.strictObject({ query: z.string(), wanted: z.array(z.string()).min(1), only: z.enum(['real']).optional() }));

export interface Verdict {
  asked: number;
  /** Shares of the queries, from 0 to 1. */
  first: number;
  firstThree: number;
  /** "3 harassment → …": what did not come first, with the place it came at. */
  misses: string[];
}

/** Search for everything in `queries.json` as a visitor would, and see at which place the wanted comes. */
export async function judge(site: TestSite, corpus: 'demo' | 'real'): Promise<Verdict> {
  const list = queries.parse(JSON.parse(fs.readFileSync(path.join(__dirname, 'queries.json'), 'utf8'))).filter(({ only }) => only === undefined || only === corpus);
  const urlOf = await addresses(site, list.flatMap(({ wanted }) => wanted));
  const places: number[] = [];
  const misses: string[] = [];
  for (const { query, wanted } of list) {
    const shown = await shownFor(site, query);
    const place = shown.findIndex((url) => wanted.some((one) => urlOf(one) === url)) + 1;
    places.push(place);
    if (place !== 1) misses.push(`${place || '–'} ${query} → ${shown.slice(0, 3).join(' ')}`);
  }
  const share = (most: number): number => places.filter((place) => place >= 1 && place <= most).length / list.length;
  return { asked: list.length, first: share(1), firstThree: share(3), misses };
}

/** The addresses on the first page of results, from the top. */
async function shownFor({ deps, siteId }: TestSite, query: string): Promise<string[]> {
  const asked = searchQuerySchema.parse({ query });
  const results = await find({ ...deps, siteSearch }, siteId, asked, deps.now());
  const { promotions, best, hits } = resultsView({ ...deps, site: deps.sites.default()!, siteSearch, help: [] }, asked, results);
  return [...promotions, ...(best ? [best] : []), ...hits].map(({ url }) => url);
}

async function addresses({ deps }: TestSite, wanted: readonly string[]): Promise<(one: string) => string | undefined> {
  const uris = wanted.filter((one) => !one.startsWith('/'));
  const targets = await resolveReferences(deps.db, deps.registry.referenceKinds, uris, deps.now());
  return (one) => (one.startsWith('/') ? one : targets.get(one)?.url ?? undefined);
}
