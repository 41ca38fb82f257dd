import request from 'supertest';
import type { TestSite } from '../../support/site';

let visitors = 0;

/** A page of results; each search comes from another address, or the limit of thirty a minute would answer. Needs TRUST_PROXY. */
export async function openSearch(site: TestSite, query: string, more = ''): Promise<{ status: number; text: string; urls: string[]; total: number; milliseconds: number }> {
  visitors += 1;
  const begun = performance.now();
  const { status, text } = await request(site.server).get(`/search/?query=${encodeURIComponent(query)}${more}`)
    .set('X-Forwarded-For', `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`);
  const urls = [...text.matchAll(/<h2><a href="([^"]+)">/g)].map((match) => match[1]!);
  const total = Number(/<strong>(?:More than )?([\d,]+) results?</.exec(text)?.[1]?.replaceAll(',', '') ?? NaN);
  return { status, text, urls, total, milliseconds: performance.now() - begun };
}
