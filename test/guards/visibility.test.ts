import request from 'supertest';
import type { AnyPageType } from '../../src/cms/page-type';
import { restrict } from '../../src/cms/workflow/restrict';
import { SYSTEM } from '../../src/platform/history/record';
import { routesBelow } from '../support/routes-below';
import { addPage, openSeededSite, type TestSite } from '../support/site';

/**
 * Rule 4: beside a public page of every type stands one of each kind that nobody may see, with the same authors, topics and
 * dates, so that every list of the site would have it. No output names it.
 */
const HIDDEN: Readonly<Record<string, (id: number) => Promise<unknown>>> = {
  draft: (id) => site.deps.db('pages').where({ id }).update({ liveRevisionId: null }),
  expired: (id) => site.deps.db('pages').where({ id }).update({ expiresAt: new Date('2026-01-02T00:00:00Z') }),
  trashed: (id) => site.deps.db('pages').where({ id }).update({ trashedAt: new Date() }),
  'below-trash': (id) => site.deps.db('pages').where({ id }).update({ ancestorTrashed: true }),
  private: (id) => restrict(site.deps, SYSTEM, { pageId: id, access: 'signed-in', password: null }),
  'with-password': (id) => restrict(site.deps, SYSTEM, { pageId: id, access: 'password', password: 'rough consensus' }),
  'to-come': async () => undefined, // saved, never published: what waits for its day is a draft until then
};

/** In titles and in addresses: no other text has them, and no stemmer changes them. A 404 page says the words of the address it was asked for. */
const WORD = 'zweihundertvierzig';
const SLUG = 'dreihundertfuenfzig';
const NAMES = new RegExp(`${WORD} (${Object.keys(HIDDEN).join('|')})|${SLUG}-(${Object.keys(HIDDEN).join('|')})`);

let site: TestSite;
let types: AnyPageType[];
const hidden: string[] = [];
/** Was public once: 410 with the reason; never public: 404; private: the gate, which asks. Here the rows were changed by hand, so the addresses still stand. */
const ANSWERS: Readonly<Record<string, number>> = { draft: 410, expired: 410, trashed: 410, 'below-trash': 410, private: 303, 'with-password': 403, 'to-come': 404 };

function answerOf(url: string): number {
  const kind = Object.keys(HIDDEN).find((name) => url.includes(`${SLUG}-${name}-`))!;
  return ANSWERS[kind]!;
}

/** A public page of each type, and the page above it. */
const seen: { url: string; type: AnyPageType }[] = [];

beforeAll(async () => {
  site = await openSeededSite();
  types = [...site.deps.registry.pageTypes.values()].filter(({ parents }) => parents !== 'top');
  for (const type of types) await hideBesideOne(type);
  await site.deps.sites.load();
  site.deps.versions.startOver();
}, 180_000);
afterAll(() => site.close());

interface Row { path: string; content: Record<string, unknown>; common: Record<string, unknown> }

async function hideBesideOne(type: AnyPageType): Promise<void> {
  const row = await site.deps.db('pages as p').join('revisions as r', 'r.id', 'p.liveRevisionId').where('p.type', type.key)
    .orderBy('p.id').first<Row | undefined>('p.path', 'r.content', 'r.common');
  if (!row) throw new Error(`The demonstration has no page of type ${type.key}`);
  const parent = row.path.slice(0, row.path.lastIndexOf('/'));
  seen.push({ url: `${row.path}/`, type });
  for (const [kind, hide] of Object.entries(HIDDEN)) {
    const slug = `${SLUG}-${kind}-${type.key}`;
    const pageId = await addPage(site, {
      path: `${parent}/${slug}`, type: type.key, title: `${WORD} ${kind} ${type.key}`, content: row.content, common: { ...row.common, showInMenus: true },
      published: kind !== 'to-come',
    });
    await hide(pageId);
    hidden.push(`${parent}/${slug}/`);
    await site.deps.db('navigationItems').insert({ siteId: site.siteId, menu: 'bottom', parentId: null, position: 1, label: `${WORD} ${kind}`, target: `page:${pageId}` });
  }
}

function leaks(text: string): string | undefined {
  return NAMES.exec(text)?.[0] ?? NAMES.exec(text.replace(/<[^>]+>/g, ''))?.[0];
}

async function namedIn(urls: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const url of urls) {
    const { text = '' } = await request(site.server).get(url);
    const leak = leaks(text);
    if (leak) found.push(`${url}: ${leak}`);
  }
  return found;
}

test('pages that nobody may see answer 404, 410 or with their gate, and do not say their title, in no form', async () => {
  expect(hidden.length).toBe(types.length * Object.keys(HIDDEN).length);
  for (const url of hidden) {
    for (const form of ['', 'index.md', 'index.json']) {
      const response = await request(site.server).get(url + form);
      expect([url + form, response.status]).toEqual([url + form, answerOf(url)]);
      expect([url + form, response.text.includes(WORD)]).toEqual([url + form, false]);
    }
  }
}, 120_000);

test('no page names them: those beside them, those above, the addresses below these, in every form', async () => {
  const above = seen.map(({ url }) => url.replace(/[^/]+\/$/, ''));
  const pages = [...new Set(['/', '/feeds/', '/all-pages/', ...above, ...seen.flatMap((page) => [page.url, ...routesBelow(page)])])];
  expect(pages.length).toBeGreaterThan(types.length * 2);
  const forms = pages.filter((url) => url.endsWith('/')).flatMap((url) => [`${url}index.md`, `${url}index.json`]);
  expect(await namedIn([...pages, ...forms])).toEqual([]);
}, 180_000);

test('no search, suggestion, filter, sitemap, calendar or error page names them', async () => {
  expect(await namedIn([
    `/search/?query=${WORD}`, `/search/?query=${WORD}&page=2`, `/search/?query=${WORD}&sort=date`, ...types.map(({ key }) => `/search/?query=${WORD}&type=${key}`),
    `/search/suggestions?query=${WORD}`, `/search/suggestions?query=${WORD.slice(0, 9)}`, '/sitemap.xml', '/meetings.ics', `/${WORD}-standar/`,
    '/blog/?year=2024', '/blog/?date_from=2016-01-01', '/blog/security/?year=2025', '/meeting/?type=meeting', '/meeting/?year=2025', `/glossary/?query=${WORD}`,
  ])).toEqual([]);
}, 60_000);

test('the public pages beside them are all there', async () => {
  for (const page of seen) await request(site.server).get(page.url).expect(200);
});
