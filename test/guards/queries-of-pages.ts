import request from 'supertest';
import { countQueries } from '../support/count-queries';
import type { TestSite } from '../support/site';

/** What a page may cost. */
export const MOST = 6;

/** Queries of each page, none of them in the page cache, on a process that has served a page before. */
export async function queriesOfEach(site: TestSite, urls: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const url of urls) counts[url] = await countQueries(site.deps.db, () => request(site.server).get(`${url}?uncached`).expect(200));
  return counts;
}
