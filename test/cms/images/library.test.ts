import sharp from 'sharp';
import type { Test } from 'supertest';
import { listImages } from '../../../src/cms/images/list-queries';
import type { Listing } from '../../../src/cms/images/listing';
import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { storeImage } from '../../../src/cms/images/store-image';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { countQueries } from '../../support/count-queries';
import { planOf } from '../../support/plan-of';
import { addPage, savePage } from '../../support/site';

let site: PeopleSite;
let admin: Agent;
const ids: Record<string, number> = {};
beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
  for (const [index, [title, alt]] of Object.entries([['Map, Vienna', 'Street map'], ['Packets <b>on</b> seven paths', null], ['100% of_layers', 'Five layers'], ['Private plan', null]] as const)) {
    const bytes = await sharp({ create: { width: 900 + Number(index), height: 600, channels: 3, background: '#369' } }).png().toBuffer();
    ids[title] = await storeImage(site.deps, { name: `picture-${index}.png`, title, alt, credit: index === '2' ? 'Priya Raman' : null, focalX: 0.25, focalY: 0.5, bytes });
  }
  const { db } = site.deps;
  await db('images').where({ id: ids['Map, Vienna'] }).update({ tags: ['maps', 'vienna'] });
  await db('images').where({ id: ids['100% of_layers'] }).update({ altDecision: 'decorative', bytes: 2_500_000 });
  const pageId = await addPage(site, { path: '/members', title: 'Members only', published: false });
  const [collection] = await db('collections').insert({ name: 'Members', pageId, createdAt: site.clock.now }).returning<{ id: number }[]>('id');
  await db('images').where({ id: ids['Private plan'] }).update({ collectionId: collection!.id });
  await addPage(site, { path: '/maps', title: 'Maps', content: showing('Map, Vienna') });
}, 120_000);
afterAll(() => site.close());

const showing = (title: string): Record<string, unknown> => ({
  ...site.deps.registry.pageTypes.get('standard')!.example,
  keyInfo: [{ id: 'b1', type: 'image', value: { image: { ref: `image:${ids[title]}`, alt: 'A map', decorative: false }, caption: null, credit: null } }],
});
const titles = ({ text }: { text: string }): string[] => [...text.matchAll(/data-open-item[^>]*>([^<]*)</g)].map(([, title]) => title!);
const list = (query: string, agent = admin): Test => agent.get(`/admin/images?${query}`);

test.each([
  ['q=street', ['Map, Vienna']], ['q=maps', ['Map, Vienna']], ['q=PICTURE-2', ['100% of_layers']], ['q=raman+layers', ['100% of_layers']], ['q=100%25', ['100% of_layers']], ['q=f_l', ['100% of_layers']], ['q=zzz', []],
  ['tag=maps', ['Map, Vienna']], ['tag=map', []], ['alt=described', ['Map, Vienna']], ['alt=decorative', ['100% of_layers']], ['alt=undecided&use=unused', ['Private plan', 'Packets &lt;b&gt;on&lt;/b&gt; seven paths']],
  ['use=used', ['Map, Vienna']], ['size=large', ['100% of_layers']], ['sort=title', ['100% of_layers', 'Map, Vienna', 'Packets &lt;b&gt;on&lt;/b&gt; seven paths', 'Private plan']], ['sort=largest&alt=decorative', ['100% of_layers']],
  ['alt=nonsense&page=zero&collection=x&utm=1', ['Private plan', '100% of_layers', 'Packets &lt;b&gt;on&lt;/b&gt; seven paths', 'Map, Vienna']],
])('the list narrows by its address: ?%s', async (query, expected) => {
  for (const view of ['grid', 'list']) expect(titles(await list(`${query}&view=${view}`))).toEqual(expected);
});

test('the head counts what is there and what nothing names: a draft is a use, a page in the trash is none', async () => {
  expect((await list('')).text).toContain('4 images, 3 unused');
  const pageId = await addPage(site, { path: '/draft', title: 'Draft' });
  await savePage(site, pageId, { slug: 'draft', title: 'Draft', content: showing('100% of_layers') });
  const { text } = await list('');
  expect(text).toContain('4 images, 2 unused');
  expect(text).toMatch(/Decoration · in use</);
  await site.deps.db('pages').where({ id: pageId }).update({ trashedAt: site.clock.now });
  expect((await list('')).text).toContain('4 images, 3 unused');
});

test('a pane stands beside the same list, says where the image is used, and prints nothing that was typed as markup', async () => {
  const { text } = await admin.get(`/admin/images/${ids['Packets <b>on</b> seven paths']}?alt=undecided`);
  expect(titles({ text })).toHaveLength(2);
  expect(text).not.toContain('<b>on</b>');
  expect(text).toContain('Nobody has decided yet');
  const used = (await admin.get(`/admin/images/${ids['Map, Vienna']}`)).text;
  expect(used).toMatch(/On 1 page[^]*Maps[^]*Cannot be trashed while 1 page shows it\./);
  expect(used).not.toContain('Move to the trash');
  expect((await admin.get('/admin/images/999999')).status).toBe(404);
});

test('who does not look after the library sees it without its buttons, and nothing that belongs to a page they may not see', async () => {
  await insertGroupUnlessThere(site.deps.db, { key: 'guests', name: 'Guests', description: '', grants: [{ verb: 'enter', scope: 'area:staff' }] });
  await addPerson(site, 'guest@example.org', 'guests');
  const viewer = await signedIn(site, 'guest@example.org');
  const { text } = await list('', viewer);
  expect(text).not.toMatch(/Upload images|type="checkbox"|bulk|Private plan|Members/);
  expect((await viewer.get(`/admin/images/${ids['Private plan']}`)).status).toBe(404);
  const pane = (await viewer.get(`/admin/images/${ids['Map, Vienna']}`)).text;
  expect(pane).toMatch(/<fieldset class="pane-fields" disabled>/);
  expect(pane).not.toMatch(/Replace file|Move to the trash|>Save</);
});

test('a change that is refused keeps what was typed; one of an older version shows what is there now beside it', async () => {
  const at = `/admin/images/${ids['100% of_layers']}`;
  const { version } = await site.deps.db('images').where({ id: ids['100% of_layers'] }).first<{ version: number }>();
  const typed = { version: String(version), title: '', altDecision: 'described', alt: '', credit: 'A <typed> credit', licence: '', tags: 'one, two', collection: '', focalX: '30', focalY: '40' };
  const refused = await send(admin, 'PATCH', `${at}?q=layers`, typed);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('A &lt;typed&gt; credit');
  expect(refused.text).toMatch(/id="image-title-problem"/);
  expect(titles(refused)).toEqual(['100% of_layers']);
  await site.deps.db('images').where({ id: ids['100% of_layers'] }).increment('version', 1).update({ credit: 'Maren Oduya' });
  const conflict = await send(admin, 'PATCH', at, { ...typed, title: 'Layers', alt: 'Words' });
  expect(conflict.status).toBe(409);
  expect(conflict.text).toMatch(/value="A &lt;typed&gt; credit"[^]*id="image-credit-now"[^]*Maren Oduya/);
  expect(conflict.text).toContain(`name="version" value="${version + 1}"`);
  expect(conflict.text).toContain('Save mine over it');
});

describe('with 10,000 images', () => {
  beforeAll(async () => {
    await site.deps.db.raw(`insert into images (name, filename, title, mime_type, width, height, bytes, sha256, storage_key, tags, created_at, updated_at)
      select 'many-' || n, 'many-' || n || '.png', 'Picture number ' || n, 'image/png', 900, 600, n * 100, md5(n::text), 'images/none', case when n % 100 = 0 then array['hundred'] else '{}' end, now(), now()
      from generate_series(1, 10000) n`);
    await site.deps.db('images').where({ name: 'many-777' }).update({ title: 'Quixotic zebras' });
    await site.deps.db.raw('vacuum analyze images');
  }, 60_000);

  const plain: Listing = { q: '', tag: null, collection: null, alt: null, use: null, size: null, sort: 'newest', view: 'grid', trash: false, page: 1 };

  test.each<Partial<Listing>>([{ q: 'quixotic' }, { q: 'zebras', sort: 'title' }, { tag: 'hundred' }, { tag: 'hundred', sort: 'largest', page: 2 }])('an index finds them, no image is read in vain: %p', async (more) => {
    expect(await planOf(site.deps.db, (db) => listImages(db, 'all', { ...plain, ...more }))).not.toMatch(/Seq Scan on images/);
  });

  test.each(['', '?q=quixotic', '?tag=hundred&sort=title', '?use=unused&view=list&page=9', `?trash=1`])('eight queries at most, sign-in and all: /admin/images%s', async (query) => {
    await admin.get('/admin/images');
    for (const path of ['/admin/images', `/admin/images/${ids['Map, Vienna']}`]) {
      let status = 0;
      expect(await countQueries(site.deps.db, async () => { status = (await admin.get(path + query)).status; })).toBeLessThanOrEqual(8);
      expect(status).toBe(200);
    }
  });

  test('pages of the list follow each other without a gap', async () => {
    const first = await list('sort=title&q=number');
    expect(first.text).toContain('1 to 48 of 9,999');
    const second = titles(await list('sort=title&q=number&page=2'));
    expect(new Set([...titles(first), ...second]).size).toBe(96);
    expect((await list('q=number&page=209')).text).toContain('9,985 to 9,999 of 9,999');
    expect((await list('q=number&page=900')).status).toBe(200);
  });
});
