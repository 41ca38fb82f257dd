import request from 'supertest';
import { registrations } from '../../src/site/index';
import { mayStandBelow } from '../../src/cms/pages/placement';
import { addPage, openEmptySite, type TestSite } from '../support/site';

/** Rule 4: beside a public page of every type stands one of each kind that nobody may see; no output names it. */
const HIDDEN = {
  draft: (id: number) => site.deps.db('pages').where({ id }).update({ liveRevisionId: null }),
  expired: (id: number) => site.deps.db('pages').where({ id }).update({ expiresAt: new Date('2026-01-02T00:00:00Z') }),
  trashed: (id: number) => site.deps.db('pages').where({ id }).update({ trashedAt: new Date() }),
  'below-trash': (id: number) => site.deps.db('pages').where({ id }).update({ ancestorTrashed: true }),
  private: (id: number) => site.deps.db('pages').where({ id }).update({ effectiveAccess: 'signed-in' }),
};

let site: TestSite;
const hidden: { url: string; word: string }[] = [];
const visible: string[] = [];
const WORD = 'zweihundertvierzig'; // no other text has it, and no stemmer changes it

beforeAll(async () => {
  site = await openEmptySite();
  for (const type of registrations.pageTypes.filter(({ parents }) => parents !== 'top')) {
    const place = await placeOf(type.key);
    visible.push(`${place}/seen-${type.key}/`);
    await addPage(site, { path: `${place}/seen-${type.key}`, type: type.key, title: `Seen ${type.key}`, common: { showInMenus: true } });
    for (const [kind, hide] of Object.entries(HIDDEN)) {
      const slug = `${kind}-${type.key}`;
      const pageId = await addPage(site, { path: `${place}/${slug}`, type: type.key, title: `${WORD} ${slug}`, common: { showInMenus: true } });
      await hide(pageId);
      hidden.push({ url: `${place}/${slug}/`, word: slug });
      await menuItem(`page:${pageId}`, slug);
    }
  }
  await site.deps.sites.load();
  site.deps.versions.startOver();
}, 120_000);
afterAll(() => site.close());

async function placeOf(key: string): Promise<string> {
  const { pageTypes } = site.deps.registry;
  const type = pageTypes.get(key)!;
  if (mayStandBelow(type, pageTypes.get('home'))) return '';
  const parent = [...pageTypes.values()].find((candidate) => mayStandBelow(type, candidate) && mayStandBelow(candidate, pageTypes.get('home')))!;
  const path = `/home-of-${key}`;
  await addPage(site, { path, type: parent.key, title: `Home of ${key}`, common: { showInMenus: true } });
  visible.push(`${path}/`);
  return path;
}

async function menuItem(target: string, label: string): Promise<void> {
  await site.deps.db('navigationItems').insert({ siteId: site.siteId, menu: 'bottom', parentId: null, position: 1, label, target });
}

test('pages that nobody may see answer 404 or 410, and do not say their title', async () => {
  expect(hidden.length).toBeGreaterThan(40);
  for (const { url } of hidden) {
    const response = await request(site.server).get(url);
    expect([url, [404, 410].includes(response.status)]).toEqual([url, true]);
    expect(response.text).not.toContain(WORD);
  }
});

test('no page, index, menu, search or suggestion names them', async () => {
  const outputs = ['/', ...visible, `/search/?query=${WORD}`, `/search/?query=${WORD}&page=2`, `/${WORD}-draft/`, '/draft-standar/'];
  for (const url of outputs) {
    const { text } = await request(site.server).get(url);
    const named = hidden.filter(({ url: address, word }) => text.includes(`href="${address}"`) || text.includes(`>${word}<`));
    expect([url, named]).toEqual([url, []]);
  }
});

test('the public pages beside them are all there', async () => {
  for (const url of visible) await request(site.server).get(url).expect(200);
});
