import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { ROOT } from '../../../src/platform/root';
import { listPublicPages } from '../../support/public-pages';
import { openSeededSite, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

interface Link { label: string; url: string }
interface Column { heading: string; links: Link[] }
interface Menus { main: { label: string; url: string; groups: Column[] }[]; footer: Column[]; secondary: Link[]; bottom: Link[]; legal: Link[]; social: Link[] }

const menus = JSON.parse(fs.readFileSync(path.join(ROOT, 'seeds', 'demo', 'navigation.json'), 'utf8')) as Menus;
const links: Link[] = [
  ...menus.main.flatMap(({ label, url, groups }) => [{ label, url }, ...groups.flatMap((group) => group.links)]),
  ...menus.footer.flatMap((column) => column.links), ...menus.secondary, ...menus.bottom, ...menus.legal,
].filter(({ url }) => url.startsWith('/'));

/** Beyond those of 2025: lists that the old site did not have. */
const OURS = ['/rfc/', '/glossary/', '/people/'];

test('the menus are whole: six sections, 22 groups, the 101 links of 2025 and ours; six columns with 27 and ours', () => {
  expect(menus.main).toHaveLength(6);
  expect(menus.main.flatMap(({ groups }) => groups)).toHaveLength(22);
  const old = (list: Link[]) => list.filter(({ url }) => !OURS.includes(url)).length;
  expect(old(menus.main.flatMap(({ groups }) => groups.flatMap((group) => group.links)))).toBe(101);
  expect([menus.footer.length, old(menus.footer.flatMap((column) => column.links))]).toEqual([6, 27]);
});

test('every own address of the menus and the footer answers 200, at an anchor that is there', async () => {
  const wrong: string[] = [];
  for (const { url } of links) {
    const [address = '', anchor] = url.split('#');
    const { status, text } = await request(site.server).get(address);
    if (status !== 200) wrong.push(`${status} ${url}`);
    else if (anchor !== undefined && !text.includes(`id="${anchor}"`)) wrong.push(`no anchor ${url}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('every one of them is shown: nothing of the menus is hidden any more', async () => {
  const { text } = await request(site.server).get('/');
  const shown = new Set([...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href));
  expect([...new Set(links.map(({ url }) => url))].filter((url) => !shown.has(url))).toEqual([]);
});

test('every page has its own text: 80 words at least', async () => {
  const short: string[] = [];
  for (const { url } of await listPublicPages(site)) {
    const { text } = await request(site.server).get(url);
    const words = mainText(text).split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
    if (words < 80) short.push(`${url}: ${words}`);
  }
  expect(short).toEqual([]);
}, 60_000);

test('no two topics, sections or posts share a picture; events do only when it is of their city or kind', async () => {
  const rows = await site.deps.db('listings as l').join('images as i', 'i.id', 'l.imageId').whereIn('l.type', ['topic', 'event', 'section', 'post'])
    .select<{ type: string; image: string }[]>('l.type', 'i.title as image');
  expect(rows.length).toBeGreaterThan(60);
  const ofEvents = new Set(rows.filter(({ type }) => type === 'event').map(({ image }) => image));
  expect(ofEvents.size).toBeGreaterThan(15);
  const others = rows.filter(({ type }) => type !== 'event').map(({ image }) => image);
  expect(others.filter((image, index) => others.indexOf(image) !== index || ofEvents.has(image))).toEqual([]);
});

/** Without navigation around it, scripts and tags. */
function mainText(html: string): string {
  const main = /<main[^>]*>(.*?)<\/main>/s.exec(html)?.[1] ?? '';
  return main.replace(/<nav\b.*?<\/nav>/gs, ' ').replace(/<(script|style|svg)\b.*?<\/\1>/gs, ' ').replace(/<[^>]+>/g, ' ').replace(/&[a-z#0-9]+;/g, ' ');
}
