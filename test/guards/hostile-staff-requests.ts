import type { Response } from 'supertest';
import { insertGroupUnlessThere } from '../../src/accounts/queries';
import { createApp } from '../../src/app';
import { schedulePublication } from '../../src/cms/workflow/schedule';
import { trash } from '../../src/cms/workflow/trash';
import { SYSTEM } from '../../src/platform/history/record';
import { addPerson, openPeopleSite, signedIn, type Agent, type PeopleSite } from '../accounts/people-site';
import { tokenIn } from '../accounts/accounts-app';
import { listRoutes } from '../support/list-routes';
import { addPage, savePage } from '../support/site';
import { DEEP, deep, OTHER_TYPES, pageText, takenBy, TAKES, type Fields, type Mine, type Takes } from './staff-takes';

/**
 * Everything that the staff area takes, filled with what nobody sends by accident, by somebody who looks after a part of the tree: no
 * answer is a failure of ours, none has a word of the other part in it, and nothing there changes.
 */
let site: PeopleSite;
let senders: Record<'insider' | 'other' | 'administrator', Sender>;
let theirs: { page: number; draft: number; revision: number };
/** In titles and texts of the other part, and never sent. */
const SECRET = /Zanzibar/;
const VERBS = ['view', 'add', 'edit', 'publish', 'lock', 'trash'];

beforeAll(async () => {
  site = await openPeopleSite();
  const mine = await addPage(site, { path: '/mine' });
  await insertGroupUnlessThere(site.deps.db, { key: 'mine', name: 'Mine', description: '', grants: [{ verb: 'enter', scope: 'area:staff' }, ...VERBS.map((verb) => ({ verb, scope: `page:${mine}` }))] });
  for (const email of ['insider@example.org', 'other@example.org']) await addPerson(site, email, 'mine');
  const content = { ...site.deps.registry.pageTypes.get('standard')!.example, introduction: 'Zanzibar plans' };
  const page = await addPage(site, { path: '/theirs', title: 'Zanzibar', content });
  const revision = await savePage(site, page, { slug: 'theirs', title: 'Zanzibar again', content });
  await site.deps.db('pages').where('id', page).update({ effectiveAccess: 'signed-in', access: 'signed-in', gateId: page });
  const draft = await addPage(site, { path: '/theirs/draft', title: 'Zanzibar draft', content, published: false });
  await schedulePublication(site.deps, SYSTEM, { pageId: page, revisionId: revision, dueAt: new Date(site.clock.now.getTime() + 86_400_000), timeZone: 'UTC' });
  await trash(site.deps, SYSTEM, { pageId: await addPage(site, { path: '/theirs/gone', title: 'Zanzibar gone', content }), reason: 'Over.' });
  theirs = { page, draft, revision };
  senders = { insider: await senderFor('insider@example.org'), other: await senderFor('other@example.org'), administrator: await senderFor('admin@example.org') };
}, 60_000);
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());
interface Sender { readonly agent: Agent; token: string }

async function senderFor(email: string): Promise<Sender> {
  const agent = await signedIn(site, email);
  return { agent, token: await tokenOf(agent) };
}

const tokenOf = async (agent: Agent): Promise<string> => tokenIn((await agent.get('/admin/profile')).text);

const HOSTILE: readonly (() => string)[] = [
  () => '\u0000', () => '99999999999999999999', () => '0000-00-00', () => '__proto__', () => 'x'.repeat(6_000), () => '//evil.example/\\\r\nX: y',
  () => String(theirs.page), () => String(theirs.revision), () => '/theirs/draft/',
];
/** For what is read leniently: it gets further. */
const ODD: readonly (() => string)[] = [
  () => '-1', () => '1.\u0000', () => '2147483647.\u0007', () => '9999-12-31', () => '[[{"type":"doc"}]]', () => 'Zanz', () => '1e999', () => '1.2147483648', () => `page:${theirs.draft}`,
  () => `' or 1=1 --<img src=x onerror=alert(1)>`,
];
const routes = () => [...new Set(listRoutes(createApp(site.deps)).filter(({ method, path }) => path.startsWith('/admin/') && !path.startsWith('/admin/session') && ['get', 'post', 'put', 'patch', 'delete'].includes(method))
  .map(({ method, path }) => `${method} ${path.replace(/(?<=.)\/$/, '')}`))];

let made = 0;
async function freshPage(): Promise<Mine> {
  made += 1;
  const page = await addPage(site, { path: `/mine/page-${made}` });
  const { draft } = await site.deps.db('pages').where('id', page).first<{ draft: number }>('draftRevisionId as draft');
  return { page, draft };
}

interface Answer { readonly status: number; readonly text: string; readonly location: string | undefined }
/** `json`: a body that no form of ours sends. */
async function ask(name: string, mine: Mine, fields: Fields, json?: string): Promise<Answer> {
  const [method = '', path = ''] = name.split(' ');
  const url = path.replace('/pages/:id', `/pages/${mine.page}`).replace(':key', '0'.repeat(64)).replace(/:\w+/g, '1');
  const { agent, token } = senderOf(name);
  const encoded = new URLSearchParams(Object.entries(fields).flatMap(([key, value]) => (typeof value === 'string' ? [value] : value).map((one): [string, string] => [key, one]))).toString();
  const sent = method === 'get' ? agent.get(`${url}?${encoded}`)
    : agent[method as 'post'](url).set('X-CSRF-Token', token).set('Sec-Fetch-Site', 'same-origin').type(json === undefined ? 'form' : 'json').send(json ?? encoded);
  const brokenOff: Pick<Response, 'status' | 'text' | 'headers'> = { status: 599, text: '', headers: {} };
  const { status, text, headers } = await sent.ok(() => true).catch(() => brokenOff);
  return { status, text, location: headers['location'] };
}

/** What is too much at once is asked again. */
async function askUnhurried(...request: Parameters<typeof ask>): Promise<Answer> {
  const answer = await ask(...request);
  if (answer.status !== 429) return answer;
  await site.deps.db('rateLimits').del();
  return ask(...request);
}

/** People and groups are for administrators only, who may read everything; on one's own profile one may end one's sessions. */
function senderOf(name: string): Sender {
  return senders[/\/admin\/(?:users|groups)/.test(name) ? 'administrator' : name.includes('/admin/profile') ? 'other' : 'insider'];
}

/** Sends one request after the other about a page that is as the table says, and gives those that were answered badly. */
async function badAnswers(name: string, requests: readonly Spoilt[]): Promise<string[]> {
  const bad: string[] = [];
  let mine = await freshPage();
  for (const { fields, json, what } of requests) {
    const { alone, together } = takenBy(name, mine);
    const { status, text, location } = await askUnhurried(name, mine, { ...together, ...alone, ...fields }, json);
    const told = senderOf(name) === senders.administrator ? undefined : SECRET.exec(text)?.[0];
    const isHeard = !text.includes('lay open for too long'); // or nothing would be asked at all
    if (status >= 500 || told !== undefined || !isHeard || (location !== undefined && !/^\/(?!\/)/.test(location))) bad.push(`${what}: ${status} ${location ?? ''} ${told ?? ''}`);
    if (name.includes('/admin/profile')) senderOf(name).token = await tokenOf(senderOf(name).agent);
    if (status < 400 && /bulk|publication|schedule|trash|move/.test(name) && !name.startsWith('get')) mine = await freshPage(); // it is another one now
  }
  return bad;
}

async function others(): Promise<unknown> {
  const [{ db }, ids] = [site.deps, [theirs.page, theirs.draft]];
  return {
    pages: await db('pages').where('path', 'like', '/theirs%').orderBy('id').select('id', 'version', 'parentId', 'path', 'ownerId'),
    revisions: await db('revisions').whereIn('pageId', ids).orderBy('id').pluck('id'), copies: await db('workingCopies').whereIn('pageId', ids).select('pageId'),
    plans: await db('scheduledPublications').whereIn('pageId', ids).select('state'), links: await db('previewLinks').whereIn('pageId', ids).select('id'),
  };
}

const shown = (value: string): string => JSON.stringify(value.length > 60 ? `${value.slice(0, 50)}… (${value.length})` : value);

interface Spoilt { readonly fields: Fields; readonly json?: string; readonly what: string }

/** The routes that answered badly, with how. */
async function badRoutes(names: readonly string[], requestsFor: (name: string, takes: Takes) => readonly Spoilt[]): Promise<Record<string, string[]>> {
  const bad: Record<string, string[]> = {};
  for (const name of names) {
    const found = await badAnswers(name, requestsFor(name, takenBy(name, { page: 1, draft: 1 })));
    if (found.length > 0) bad[name] = found;
  }
  return bad;
}

function filled<T>(fields: Fields, value: (name: string) => T): Record<string, T> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, value(name)]));
}

/** Which of these values are tried at one place. */
export type Choose = <Value>(values: readonly Value[]) => readonly Value[];

export function testHostileRequests(choose: Choose): void {
  test('every field of every staff route, with what nobody types: no failure, no word of the other part, no change there', async () => {
    const before = await others();
    const names = routes();
    expect(names.length).toBeGreaterThan(50);
    expect(Object.keys(TAKES).filter((name) => !names.includes(name))).toEqual([]);
    const usual = HOSTILE.map((value) => value());
    const all = [...usual, ...ODD.map((value) => value())];
    expect(await badRoutes(names, (name, { alone = {}, together = {} }) => [
      ...Object.keys(alone).flatMap((field) => choose(usual).map((value) => ({ fields: { [field]: value }, what: `${field} = ${shown(value)}` }))),
      ...(Object.keys(together).length === 0 ? [] : name in TAKES ? choose(all) : choose(usual.slice(0, 4))).map((value) => ({ fields: filled(together, () => value), what: `all = ${shown(value)}` })),
    ])).toEqual({});
    expect(await others()).toEqual(before);
  }, 300_000);

  test('bodies in JSON with other types than a form can have, halves of characters and a thousand levels', async () => {
    const names = routes().filter((name) => !name.startsWith('get'));
    expect(await badRoutes(names, (_name, { alone, together }) => [
      ...['[]', `{"__proto__":{"admin":true},"title":${deep('[', ']')},"id":${deep('[', ']')}}`].map((json) => ({ fields: {}, json, what: shown(json) })),
      ...OTHER_TYPES.map((value) => JSON.stringify(filled({ ...alone, ...together }, () => value))).map((json) => ({ fields: {}, json, what: shown(json) })),
    ])).toEqual({});
  }, 300_000);

  test('texts that are ten thousand levels deep', async () => {
    const isText = (field: string): boolean => /(?:json|html|markdown)$/.test(field);
    const names = Object.keys(TAKES).filter((name) => Object.keys({ ...takenBy(name, { page: 1, draft: 1 }).alone, ...takenBy(name, { page: 1, draft: 1 }).together }).some(isText));
    expect(names).toHaveLength(6);
    expect(await badRoutes(names, (_name, { alone, together }) => DEEP.map((value) => (
      { fields: Object.fromEntries(Object.keys({ ...alone, ...together }).filter(isText).map((field) => [field, value])), what: shown(value) }
    )))).toEqual({});
  }, 300_000);

  test('a page that cannot be, or is in the other part, is not there', async () => {
    const got: string[] = [];
    for (const name of routes().filter((one) => one.includes('/pages/:id'))) {
      for (const page of ['0', '99999999999', '1e3', '-1', String(theirs.draft)]) {
        const mine = { page: theirs.draft, draft: theirs.revision };
        const { status } = await ask(name.replace('/:id', `/${page}`), mine, takenBy(name, mine).alone ?? {});
        if (status !== 404) got.push(`${name} ${page}: ${status}`);
      }
    }
    expect(got).toEqual([]);
  });

  test('a text that refers to a page of the other part is shown without its title, wherever it is shown', async () => {
    const { page, draft } = await freshPage();
    const link = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'There', marks: [{ type: 'link', attrs: { ref: `page:${theirs.draft}` } }] }] }] });
    const text = { ...pageText, base: String(draft), slug: `page-${made}`, 'common.successor': `page:${theirs.page}`, 'content.keyInfo.a.value.text.json': link, 'content.keyInfo.a.value.text.html': [] };
    expect((await ask('post /admin/pages/:id/revisions', { page, draft }, text)).status).toBe(303);
    for (const name of ['edit', 'preview', 'history', 'publication/new', 'settings', 'access', 'move', 'copy', 'trash']) {
      const { status, text: html } = await ask(`get /admin/pages/:id/${name}`, { page, draft }, {});
      expect([name, status, SECRET.exec(html)?.[0]]).toEqual([name, 200, undefined]);
    }
  });
}
