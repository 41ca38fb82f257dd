import request from 'supertest';
import { tokenIn } from '../accounts/accounts-app';
import type { Agent } from '../accounts/people-site';
import { KINDS, openPrivateMedia, PRIVATE, WORD, type Kind, type PrivateMedia } from '../support/private-media';

/**
 * Rule 4 for files: beside a public image and document stand their twins in collections of pages that not everybody may read. Every output
 * is walked by a stranger, a reader inside the gate, staff who may not see the pages, and staff who may; none names a file that is not
 * for them, and no address of one says anything.
 */
let site: PrivateMedia;
let files: PrivateMedia['files'];
let people: PrivateMedia['people'];
beforeAll(async () => {
  site = await openPrivateMedia();
  ({ files, people } = site);
}, 60_000);
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

const PAGES = ['/all/', '/twins/', '/', '/blog/', ...KINDS.map((kind) => `/blog/${kind}/`)];
const OUTPUTS = [
  ...PAGES.flatMap((url) => [url, `${url}index.md`, `${url}index.json`]), '/blog/all/', '/blog/feed/', '/sitemap.xml',
  `/search/?query=${WORD}`, `/search/?query=${WORD}&type=document`, `/search/?query=${WORD}&sort=date`, `/search/?query=${WORD}-members`, `/search/suggestions?query=${WORD}`, `/search/suggestions?query=${WORD.slice(0, 9)}`,
];
const STAFF_OUTPUTS = [
  `/admin/references?kind=image&q=${WORD}`, `/admin/references?kind=document&q=${WORD}`, '/admin/references?kind=image', '/admin/references?kind=image,document', `/admin/find?q=${WORD}`,
  '/admin/images', '/admin/images?view=list', `/admin/images?q=${WORD}`, '/admin/documents', `/admin/documents?q=${WORD}`, '/admin/collections', '/admin', '/admin/history',
];

/** Which of the private files an answer names: by their words, or by an address. */
function named(answer: { text?: string; headers: unknown }): Kind[] {
  const whole = `${answer.text ?? ''} ${JSON.stringify(answer.headers)}`;
  return PRIVATE.filter((kind) => [`${WORD}-${kind}`, `${WORD}%2D${kind}`, `/media/${files[kind].image.id}/`, `/documents/${files[kind].document}/`, `Collection ${kind}`].some((name) => whole.includes(name)));
}

/** The same, besides what the address itself says: a search tells what was searched for, a 404 page where one is. */
function told(url: string, answer: { text?: string; headers: unknown }): Kind[] {
  const asked = named({ text: `${decodeURIComponent(url)}/`, headers: {} });
  return named(answer).filter((kind) => !asked.includes(kind));
}

async function namedIn(agent: Agent, urls: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const url of urls) {
    const answer = await agent.get(url).buffer(true);
    if (answer.status >= 400) found.push(`${url}: ${answer.status}`);
    found.push(...told(url, answer).map((kind) => `${url}: ${kind}`));
  }
  return found;
}

test.each(['stranger', 'reader', 'elsewhere'] as const)('no page, list, feed, search or sitemap for everybody names a private file, whoever looks: %s', async (name) => {
  expect(await namedIn(people[name], OUTPUTS)).toEqual([]);
  for (const url of ['/all/', `/search/?query=${WORD}`]) expect((await people[name].get(url)).text).toMatch(new RegExp(`/media/${files.open.image.id}/|${WORD}-open`));
}, 60_000);

test('a page inside the gate names the files of its own gate, to its readers, and never in a social card', async () => {
  expect((await people.stranger.get('/members/inside/')).status).toBe(303);
  for (const form of ['', 'index.md', 'index.json']) {
    const answer = await people.reader.get(`/members/inside/${form}`);
    expect([form, answer.status, named(answer)]).toEqual([form, 200, ['members']]);
    expect(answer.headers['cache-control']).toBe('no-store');
  }
  expect((await people.reader.get('/members/inside/')).text).not.toContain('og:image');
});

test('choosers, libraries and search of the staff area name only what somebody may see', async () => {
  expect(await namedIn(people.elsewhere, STAFF_OUTPUTS)).toEqual([]);
  for (const url of [STAFF_OUTPUTS[0]!, STAFF_OUTPUTS[1]!, `/admin/images?q=${WORD}`, `/admin/documents?q=${WORD}`, '/admin/collections']) {
    const answer = await people.viewer.get(url);
    expect([url, answer.status, named(answer)]).toEqual([url, 200, [...PRIVATE]]);
  }
  for (const kind of PRIVATE) {
    const { image, document } = files[kind];
    for (const [url, there] of [[`/admin/images/${image.id}`, 200], [`/admin/documents/${document}`, 200], [`/admin/documents/${document}/versions/1`, 200]] as const) {
      const refused = await people.elsewhere.get(url);
      expect([url, refused.status, told(url, refused)]).toEqual([url, 404, []]);
      expect([url, (await people.viewer.get(url)).status]).toEqual([url, there]);
    }
  }
});

const MAY: Readonly<Record<keyof typeof people, readonly Kind[]>> = {
  stranger: ['open'], reader: ['open', 'members'], elsewhere: ['open', 'members'], viewer: KINDS,
};

test.each(Object.keys(MAY) as (keyof typeof people)[])('an address of a private file gives it to those who may have it, and to the others nothing: %s', async (name) => {
  const unknown = await people[name].get('/media/4000/original');
  for (const kind of KINDS) {
    const may = MAY[name].includes(kind);
    const { image: { id, hash }, document } = files[kind];
    for (const [url, status] of [[`/media/${id}/${hash}/card-400.webp`, 200], [`/media/${id}/original`, 200], [`/media/${id}/${'0'.repeat(16)}/og.jpg`, 301]] as const) {
      const answer = await people[name].get(url);
      expect([url, answer.status]).toEqual([url, may ? status : 404]);
      if (!may) expect([url, plainly(answer), told(url, answer)]).toEqual([url, plainly(unknown), []]);
      else if (kind !== 'open') expect(answer.headers['cache-control']).toBe('private, no-store');
      else expect(answer.headers['cache-control']).toMatch(/^(public|no-cache)/);
    }
    for (const [path, status] of [[`${document}/${WORD}-${kind}.csv`, 304], [`${document}/other.csv`, 301], [`${document}`, 301]] as const) {
      const answer = await people[name].get(`/documents/${path}`).set('If-None-Match', '*');
      const { etag, 'content-disposition': disposition, 'content-type': type = '' } = answer.headers as Record<string, string>;
      expect([path, answer.status]).toEqual([path, may ? status : CLOSED[kind as keyof typeof CLOSED]]);
      if (!may) expect([path, told(`/documents/${path}`, answer), etag, disposition, !type.includes('csv')]).toEqual([path, [], undefined, undefined, true]);
    }
  }
});

/** What the page would answer. */
const CLOSED = { members: 303, board: 403, draft: 404, gone: 404 } as const;

/** What tells one answer from another, besides the moment and the address that is printed in it. */
function plainly({ status, headers }: request.Response): unknown {
  const { date: _date, 'x-request-id': _id, 'content-length': _length, 'set-cookie': _cookie, ...others } = headers as Record<string, string>;
  return { status, ...others };
}

test('whoever comes to a document from a link gets it after the password', async () => {
  const agent = request.agent(site.server);
  const url = `/documents/${files.board.document}/${WORD}-board.csv`;
  const asked = await agent.get(url).expect(403);
  expect(asked.text).not.toContain('What is in it');
  const right = await agent.post('/unlock').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: tokenIn(asked.text), next: url, password: 'rough consensus' });
  expect([right.status, right.headers.location]).toEqual([303, url]);
  const given = await agent.get(url).expect(200);
  expect([given.text, given.headers['cache-control']]).toEqual([`What is in it: ${WORD}-board.`, 'private, no-store']);
  const { id, hash } = files.board.image;
  await agent.get(`/media/${id}/${hash}/card-400.webp`).expect(200);
});

test('a preview opens the pictures that will be its readers\' for some minutes, without a cookie', async () => {
  const page = await site.deps.db('pages').where('path', '/members/inside').first<{ id: number }>('id');
  const { text: preview } = await people.viewer.get(`/admin/pages/${page.id}/preview`);
  const addresses = [...preview.matchAll(/\/media\/(\d+)\/[^\s",]+/g)];
  expect(new Set(addresses.map(([, id]) => Number(id)))).toEqual(new Set([files.open.image.id, files.members.image.id]));
  const [signed] = addresses.find(([, id]) => Number(id) === files.members.image.id)!;
  expect(signed).toContain('?signed=');
  expect(addresses.filter(([, id]) => Number(id) === files.open.image.id).every(([url]) => !url.includes('signed='))).toBe(true);

  const given = await request(site.server).get(signed).expect(200);
  expect(given.headers['cache-control']).toBe('private, no-store');
  await request(site.server).get(signed.replace('signed=', 'signed=0')).expect(404);
  site.clock.now = new Date(site.clock.now.getTime() + 5 * 60_000);
  await request(site.server).get(signed).expect(404);
});
