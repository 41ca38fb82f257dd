import request from 'supertest';
import { readOldAddresses, toRule, type OldAddressRow } from '../../../seeds/old-addresses';
import { compileRules, matchesOf, matchQuery, type Match } from '../../../src/cms/addresses/patterns';
import { parsePath } from '../../../src/cms/addresses/path';
import { countQueries } from '../../support/count-queries';
import { openSeededSite, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

const get = (path: string) => request(site.server).get(path);
const rows = readOldAddresses();
const rules = rows.filter(({ kind }) => kind !== 'exact').map(toRule);
const example = (row: OldAddressRow): string => row.example || row.from;

test('the list is whole: each address once, an example for each family, a reason for what is gone', () => {
  expect(rows.length).toBeGreaterThan(250);
  const single = rows.filter(({ kind }) => kind === 'exact').map(({ from }) => parsePath(from).path.toLowerCase());
  expect(single.filter((path, index) => single.indexOf(path) !== index)).toEqual([]);
  expect(rows.filter(({ kind, example: given }) => (kind === 'exact') !== (given === '')).map(({ from }) => from)).toEqual([]);
  expect(rows.filter(({ status, reason, to }) => (status === 410) !== (reason !== '') || (status === 410) !== (to === '')).map(({ from }) => from)).toEqual([]);
});

/** What the row's own rule makes of its example, whatever other rules say. */
function madeBy(row: OldAddressRow): Match | undefined {
  const rule = toRule(row);
  const [path = '', query] = row.example.split('?');
  const asked = { path: parsePath(path).path, query: query === undefined ? '' : `?${query}` };
  const own = compileRules([rule]);
  return rule.kind === 'exact-query' ? matchQuery(own, asked) : [...matchesOf(own, asked, { standsIn: rule.standsIn })][0];
}

test.each(rows.filter(({ kind }) => kind !== 'exact').map((row) => [row.from, row] as const))('%s has an example that it fits', (_from, row) => {
  expect(madeBy(row)).toMatchObject({ status: row.status });
});

/** Where rows lead that other rows or the tree change: an own target without a page goes where that target's rule leads. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '/old/2009/proceedings/prior29/IETF02.pdf': 'https://datatracker.ietf.org/meeting/2/proceedings',
  '/mailman/listinfo/tls': 'https://mailman3.ietf.org/mailman3/lists/tls@ietf.org/',
};

function expected(row: OldAddressRow): string {
  if (row.kind === 'exact') return row.to;
  const match = madeBy(row);
  return ELSEWHERE[row.example] ?? (match && 'to' in match ? match.to : '');
}

test.each(rows.map((row) => [example(row), row] as const))('%s answers as its row says, in one hop', async (path, row) => {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, row.status]);
  if (row.status === 410) {
    expect(response.text).toContain(row.reason.replaceAll('&', '&amp;').replaceAll('’', '’'));
    return;
  }
  const { location } = response.headers;
  expect(location).toBe(expected(row));
  // below /documents/ a private file may stand for somebody who signs in, so nobody keeps the answer for others
  if (row.status === 301) expect(response.headers['cache-control']).toBe(/^\/documents\//.test(path) ? 'no-store' : 'public, max-age=3600');
  if (location!.startsWith('/')) expect([location, (await get(location!)).status]).toEqual([location, 200]);
  else expect(location).toMatch(/^https:\/\/[a-z0-9.]+\.(?:ietf|rfc-editor)\.org\//);
});

test('fragments of targets are there', async () => {
  for (const { to } of rows.filter((row) => row.kind === 'exact' && row.to.includes('#'))) {
    const [path = '', id] = to.split('#');
    expect((await get(path)).text).toContain(` id="${id}"`);
  }
});

test('no own target is itself an old address', () => {
  const compiled = compileRules(rules);
  const single = new Set(rows.filter(({ kind }) => kind === 'exact').map(({ from }) => parsePath(from).path.toLowerCase()));
  const targets = rows.map(({ to }) => to).filter((to) => to.startsWith('/') && !to.includes('{')).map((to) => parsePath(to.replace(/[?#].*/, '')).path);
  const again = targets.filter((path) => single.has(path) || [false, true].some((standsIn) => matchesOf(compiled, { path, query: '' }, { standsIn }).next().value));
  expect(again).toEqual([]);
});

/** Worked examples, written down by themselves and not by the rules. */
test.each<[string, number, string | undefined]>([
  ['/about/mission/', 301, '/about/introduction/#mission'],
  ['/about/administration/background/', 301, '/administration/overview/'],
  ['/about/administration/policies-procedures/', 301, '/administration/policies-procedures/'],
  ['/topics', 301, '/technologies/'],
  ['/topics/iot/', 301, '/technologies/iot/'],
  ['/Topics/iot', 301, '/technologies/iot/'],
  ['//topics//iot//', 301, '/technologies/iot/'],
  ['/topics/iot/?a=1', 301, '/technologies/iot/?a=1'],
  ['/topics/nothing-of-the-kind/', 404, undefined],
  ['/how/wgs/', 301, '/process/wgs/'],
  ['/how/meetings/122/', 301, '/meeting/122/'],
  ['/how/meetings/106/', 301, '/meeting/106/'],
  ['/how/meetings/105/', 301, '/meeting/105/'],
  ['/how/meetings/9999/', 404, undefined],
  ['/meeting/9999/', 404, undefined],
  ['/how/meetings/98/bits-n-bites/', 410, undefined],
  ['/standards/rfcs/', 301, '/process/rfcs/'],
  ['/chairs/', 301, 'https://chairs.ietf.org/'],
  ['/chairs/?a=1', 301, 'https://chairs.ietf.org/'],
  ['/rfc/rfc9000', 301, 'https://www.rfc-editor.org/rfc/rfc9000'],
  ['/rfc/rfc9000.txt', 301, 'https://www.rfc-editor.org/rfc/rfc9000.txt'],
  ['/rfc/rfc0822.txt', 301, 'https://www.rfc-editor.org/rfc/rfc822.txt'],
  ['/rfc/bcp/bcp14.txt', 301, 'https://www.rfc-editor.org/info/bcp14'],
  ['/html.charters/OLD/tls-charter.html', 301, 'https://datatracker.ietf.org/wg/tls/about/'],
  ['/html.charters/tls-charter.html', 301, 'https://datatracker.ietf.org/wg/tls/about/'],
  ['/html.charters/wg-dir.html', 301, 'https://datatracker.ietf.org/wg/'],
  ['/wg/TLS', 301, 'https://datatracker.ietf.org/wg/tls/about/'],
  ['/mail-archive/web/ipsec/index.html', 301, 'https://mailarchive.ietf.org/arch/browse/ipsec/'],
  ['/mailman/listinfo/TLS', 302, 'https://mailman3.ietf.org/mailman3/lists/tls@ietf.org/'],
  ['/mailman/listinfo/spasm/', 302, 'https://mailman3.ietf.org/mailman3/lists/spasm@ietf.org/'],
  ['/mailman/listinfo/ietf-http-wg', 302, '/participate/lists/'],
  ['/mailman/listinfo/nobody-knows-it', 302, '/participate/lists/'],
  ['/meeting/upcoming.html', 301, '/meeting/upcoming/'],
  ['/meeting/interim-meetings.html', 301, '/meeting/interim/'],
  ['/old/2009/proceedings/prior29/IETF01.pdf', 301, 'https://datatracker.ietf.org/meeting/1/proceedings'],
  ['/old/2009/u/iesgcontent/ions.html', 410, undefined],
  ['/IESG/LIAISON/ITU-OIF.html', 410, undefined],
  ['/wgchair/index.htm', 301, 'https://chairs.ietf.org/'],
  ['/group/nomcom/2012/', 301, '/about/groups/nomcom/'],
  ['/iesg/statement/example.html', 301, '/about/groups/iesg/statements/'],
  ['/blog/discuss-criteria-iesg-review/', 301, '/about/groups/iesg/statements/iesg-discuss-criteria/'],
  ['/blog/iesg-statement-ethertypes', 301, '/about/groups/iesg/statements/ethertypes/'],
  ['/blog/iesg-statement-of-nobody/', 404, undefined],
  ['/blog/?primary_topic=7&secondary_topic=20&date_from=01/02/2019&date_to=28/02/2019', 301, '/about/groups/iesg/statements/?topic=20&date_from=01/02/2019&date_to=28/02/2019'],
  ['/blog/?primary_topic=7', 301, '/about/groups/iesg/statements/'],
  ['/blog?primary_topic=6', 301, '/blog/'],
  ['/blog/?topic=3&date_from=01/02/2019', 301, '/blog/iab/?date_from=01/02/2019'],
  ['/blog/?primary_topic=5', 301, '/blog/news/'],
  ['/blog/some-post/?secondary_topic=3', 301, '/blog/iab/'],
  ['/meeting/122/', 200, undefined],
  ['/about/introduction/', 200, undefined],
  ['/contact/', 200, undefined],
])('%s: %i %s', async (path, status, location) => {
  const response = await get(path);
  expect([response.status, response.headers.location]).toEqual([status, location]);
});

test('where the target is missing, the 404 page offers the page above it', async () => {
  const { text } = await get('/topics/nothing-of-the-kind/').expect(404);
  expect(text).toContain('href="/technologies/"');
});

/** Of a process that has answered before: the rules themselves are in memory. */
test.each<[string, number, number]>([
  ['/chairs/', 301, 1],
  ['/topics/iot/', 301, 2],
  ['/ipr', 301, 2],
  ['/mailman/listinfo/tls', 302, 2],
  ['/blog/?primary_topic=5', 301, 1],
  ['/IESG/LIAISON/x.html', 410, 2],
  ['/topics/nothing-of-the-kind/', 404, 4],
  ['/nothing-of-the-kind/', 404, 2],
])('%s (%i) costs at most %i queries', async (path, status, most) => {
  await get('/').expect(200);
  expect(await countQueries(site.deps.db, () => get(path + (path.includes('?') ? '&' : '?') + 'uncached').expect(status))).toBeLessThanOrEqual(most);
});
