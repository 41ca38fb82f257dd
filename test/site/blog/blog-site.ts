import request, { type Response } from 'supertest';
import { upsertSnippet } from '../../../src/cms/snippets/queries';
import { registrations } from '../../../src/site/index';
import { addPage, openEmptySite, type PageToAdd, type TestSite } from '../../support/site';

/** A Monday in winter, when London's day is UTC's. */
export const NOW = new Date('2025-02-10T12:00:00Z');

/** An empty site in London with four topics and two people. */
export async function openBlogSite(): Promise<TestSite> {
  const site = await openEmptySite({ now: () => NOW });
  const { db } = site.deps;
  await db('sites').update({ timeZone: 'Europe/London' });
  await site.deps.sites.load();
  for (const [key, title, legacyId] of [['security', 'Security & privacy', 30], ['iot', 'Things', null], ['iab', 'IAB', 3], ['mailing-lists', 'Mailing lists', 20]] as const) {
    await upsertSnippet(db, NOW, { type: 'topic', key, title, content: { title, legacyId } });
  }
  await db('people').insert([
    { slug: 'mara-lindqvist', name: 'Mara Lindqvist', role: 'Chair', about: 'Writes. An invented person.', invented: true },
    { slug: 'tomas-okafor', name: 'Tomas Okafor', role: 'Author', about: null, invented: true },
  ]);
  return site;
}

/** A page made of its type's example, with something else in it. */
export async function add(site: TestSite, path: string, type: string, content: Record<string, unknown> = {}, more: Partial<PageToAdd> = {}): Promise<number> {
  const { example } = registrations.pageTypes.find(({ key }) => key === type)!;
  return addPage(site, { path, type, title: `Title ${path.split('/').at(-1)}`, content: { ...example, ...content }, ...more });
}

/** A post or a statement on a day, at noon. */
export function on(day: string, ...topics: string[]): Record<string, unknown> {
  return { publishedOn: `${day}T12:00:00Z`, topics: topics.map((topic) => ({ topic: `topic:${topic}` })) };
}

/** What of the answer lies between `<main>` and its end. */
export function mainOf({ text }: Response): string {
  return text.slice(text.indexOf('<main'), text.indexOf('</main>'));
}

/** Titles of the list, in their order. */
export function titlesOf(response: Response): string[] {
  const main = mainOf(response);
  const list = main.slice(main.indexOf('class="text"'), main.indexOf('<aside'));
  return [...list.matchAll(/>Title ([^<]+)</g)].map(([, title]) => title!);
}

export function linksOf(response: Response): string[] {
  return [...mainOf(response).matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
}

/** `[301, '/blog/iab/']` */
export async function answerOf(site: TestSite, path: string): Promise<[number, string | undefined]> {
  const { status, headers } = await request(site.server).get(path);
  return [status, headers.location];
}

export function headOf({ text }: Response): { title: string | undefined; canonical: string | undefined; noindex: boolean; description: string | undefined; feeds: string[] } {
  const find = (pattern: RegExp) => pattern.exec(text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  const links = [...text.matchAll(/<link rel="alternate"[^>]*>/g)].map(([link]) => link);
  return {
    title: find(/<title>([^<]*)</), canonical: find(/rel="canonical" href="([^"]*)"/), noindex: /name="robots" content="noindex/.test(text),
    description: find(/name="description" content="([^"]*)"/), feeds: links.flatMap((link) => /href="([^"]*feed[^"]*)"/.exec(link)?.[1] ?? []),
  };
}
