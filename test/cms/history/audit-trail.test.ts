import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ACTION_WORDS } from '../../../src/cms/history/action-words';
import { csvLine } from '../../../src/cms/history/csv';
import { insertMembership } from '../../../src/accounts/queries';
import { ROOT } from '../../../src/platform/root';
import { addPerson, historyOf, openPeopleSite, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { countQueries } from '../../support/count-queries';
import { addPage } from '../../support/site';
import { explained } from './plans';
import { listAuditEntries } from '../../../src/cms/history/audit-queries';

test('every action that the program writes into history has words', () => {
  const sources = ['src', 'seeds'].flatMap((folder) => (readdirSync(path.join(ROOT, folder), { recursive: true }) as string[]).map((file) => path.join(ROOT, folder, file)))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('action-words.ts'));
  const actions = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/action: [^,\n]*?'([a-z]+\.[a-z-]+)'|'((?:page|user|group|form|import|history|request|snippet|settings|navigation|media)\.[a-z]+(?:-[a-z]+)*)'/g)])
    .map(([, told, named]) => told ?? named!).filter((name) => !/\.(?:css|js|webmanifest|page|ejs|html|json)$/.test(name));
  expect([...new Set(actions)].filter((action) => !Object.hasOwn(ACTION_WORDS, action))).toEqual([]);
  expect(new Set(actions).size).toBeGreaterThan(30);
});

test('CSV quotes what has to be quoted, and lets no spreadsheet take anything for a formula', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\r\ng', '=1+1', ' @x', '-2', '+3', '\t=4'])).toBe(`a,"b,c","d""e","f\r\ng",'=1+1,' @x,'-2,'+3,'\t=4\r\n`);
});

let site: PeopleSite;
let admin: Agent;
let about: number;
beforeAll(async () => {
  site = await openPeopleSite();
  about = await addPage(site, { path: '/about', title: 'About us' });
  await addPage(site, { path: '/secret', title: 'Secret plans' });
  admin = await signedIn(site, 'admin@example.org');
}, 60_000);
afterAll(() => site.close());

test('what happened stands there as a sentence, with a link to what it is about', async () => {
  const { text } = await admin.get('/admin/history').expect(200);
  expect(text).toMatch(new RegExp(`<b>Plenary</b> published <a href="/admin/pages/${about}/edit">About us</a>`));
  expect(text).toMatch(/<b>You<\/b> signed in/);
});

test('filters stand in the address: who, what, about what, result, from and to', async () => {
  expect((await admin.get('/admin/history?what=user.signed-in')).text).not.toContain('About us');
  expect((await admin.get('/admin/history?who=admin@example')).text).not.toContain('About us');
  expect((await admin.get('/admin/history?who=Plenary&what=page')).text).toContain('About us');
  const one = (await admin.get(`/admin/history?object=page:${about}`)).text;
  expect(one).toContain('Only about <b>About us</b>');
  expect(one).not.toContain('Secret plans');
  expect((await admin.get('/admin/history?to=2001-01-01')).text).toContain('Nothing is found.');
  expect((await admin.get('/admin/history?what=%27&from=never&before=x')).status).toBe(200);
});

test('a refused request is marked; only who manages people reads of it, and of people', async () => {
  await addPerson(site, 'viewer@example.org', 'viewers');
  const viewer = await signedIn(site, 'viewer@example.org');
  await viewer.get('/admin/users').expect(403);
  const denied = (await admin.get('/admin/history?result=denied')).text;
  expect(denied).toMatch(/was refused \/admin\/users <span class="entry-mark">Denied<\/span>/);
  const { text } = await viewer.get('/admin/history').expect(200);
  expect(text).toContain('About us');
  expect(text).not.toMatch(/signed in|was refused/);
});

test('somebody with a part of the tree reads about that part only, in the file too', async () => {
  const { db } = site.deps;
  const id = await addPerson(site, 'part@example.org');
  const [group] = await db('userGroups').insert({ key: 'about', name: 'About', description: 'x' }).returning<{ id: number }[]>('id');
  await db('grants').insert([{ groupId: group!.id, verb: 'enter', scope: 'area:staff' }, { groupId: group!.id, verb: 'view', scope: `page:${about}` }]);
  await insertMembership(db, id, 'about');
  const part = await signedIn(site, 'part@example.org');
  for (const url of ['/admin/history', '/admin/history.csv']) {
    const { text } = await part.get(url).expect(200);
    expect(text).toContain('About us');
    expect(text).not.toMatch(/Secret plans|<\/b> signed in|,Signed in,/);
  }
});

test('the file has the same filters, is part of the trail, and is given five times an hour', async () => {
  await site.deps.db('rateLimits').del();
  const { text, headers } = await admin.get('/admin/history.csv?what=page.published').expect(200);
  expect(headers['content-type']).toContain('text/csv');
  expect(headers['content-disposition']).toContain('audit-trail.csv');
  expect(text.split('\r\n')[0]).toBe('Time (UTC),Who,Action,Object,Id,Name,Result,Address,Details');
  expect(text).toContain(`,Plenary,Published,page,${about},About us,done,`);
  expect(text).not.toContain('Signed in');
  expect((await historyOf(site, 'history.exported')).at(-1)).toMatchObject({ detail: { what: 'page.published' } });
  for (let time = 0; time < 4; time += 1) await admin.get('/admin/history.csv').expect(200);
  await admin.get('/admin/history.csv').expect(429);
});

test('with 200,000 entries a page of the trail costs few queries and reads by an index', async () => {
  const { db } = site.deps;
  for (let batch = 0; batch < 10; batch += 1) await db.raw(`insert into history (at, action, object_type, object_id, site_id, result, detail) select now(), 'page.saved', 'page', ?, ?, 'done', '{}' from generate_series(1, 20000)`, [String(about), site.siteId]);
  await db.raw('analyze');
  expect(await countQueries(db, () => admin.get('/admin/history').expect(200))).toBeLessThanOrEqual(4);
  const filter = { siteId: site.siteId, visible: [about], types: [], actors: null, action: null, object: null, result: null, from: null, until: null };
  const plans = await explained(db, () => listAuditEntries(db, filter, { before: 100_000, limit: 51 }));
  expect(plans).toContain('history_pkey');
  expect(plans).not.toContain('Seq Scan on history');
}, 60_000);
