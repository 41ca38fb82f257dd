import request from 'supertest';
import { restrict } from '../../../src/cms/workflow/restrict';
import { resolveReferences } from '../../../src/cms/references/resolve';
import { runDocumentsCommand } from '../../../src/document-commands';
import { createTasks } from '../../../src/tasks';
import { SYSTEM } from '../../../src/platform/history/record';
import { docx, pdf } from '../../support/documents';
import { addPage } from '../../support/site';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { sendFiles } from './upload';

let site: PeopleSite;
let admin: Agent;
let pageId: number;
let collectionId: number;

beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
  pageId = await addPage(site, { path: '/readers' });
  const [row] = await site.deps.db('collections').insert({ name: 'For readers', pageId, createdAt: site.deps.now() }).returning('id');
  collectionId = (row as { id: number }).id;
});
afterAll(() => site.close());

/** Uploaded, and read as the worker would have. */
async function upload(name: string, content: Buffer, fields: Record<string, string> = {}): Promise<{ id: number; address: string }> {
  const { body } = await sendFiles(admin, '/admin/documents', [{ name, content }], fields);
  await work();
  return body.documents[0];
}

async function work(): Promise<void> {
  const jobs: { payload: unknown; identifier: string; id: string }[] = await site.deps.db('graphile_worker._private_jobs as j')
    .join('graphile_worker._private_tasks as t', 't.id', 'j.taskId').where('t.identifier', 'read-document').select('j.id', 'j.payload', 't.identifier');
  for (const { id, payload, identifier } of jobs) {
    await createTasks(site.deps)[identifier]!(payload);
    await site.deps.db('graphile_worker._private_jobs').where({ id }).del();
  }
}

const searchFor = async (query: string): Promise<string> => (await request(site.server).get('/search/').query({ query }).expect(200)).text;
const stateOf = async (id: number) => (await site.deps.db('documents').where({ id }).first('textState'))?.textState;

test('search finds a word of a PDF and of a Word file, and shows it marked', async () => {
  const leaflet = await upload('leaflet.pdf', pdf(['The brontosaurus was renamed twice.']));
  await upload('letter.docx', docx(['Stegosaurus plates are made of bone.']));
  expect(await stateOf(leaflet.id)).toBe('read');
  const found = await searchFor('brontosaurus');
  expect(found).toContain(leaflet.address);
  expect(/<mark>brontosaurus[^]{0,80}/.exec(found.slice(found.indexOf(leaflet.address)))?.[0]).toMatch(/^<mark>brontosaurus<\/mark> was renamed twice/);
  expect(await searchFor('stegosaurus')).toContain('letter.docx');
});

test('a new file is searched, its former one no longer; in the trash there is nothing', async () => {
  const { id } = await upload('news.docx', docx(['About the iguanodon.']));
  await sendFiles(admin, `/admin/documents/${id}/versions`, [{ name: 'news.docx', content: docx(['About the triceratops.']) }], { version: '1' });
  expect(await searchFor('iguanodon')).not.toContain('news.docx');
  await work();
  expect(await searchFor('triceratops')).toContain('news.docx');
  await send(admin, 'POST', `/admin/documents/${id}/trash`);
  expect(await searchFor('triceratops')).not.toContain('news.docx');
  await send(admin, 'DELETE', `/admin/documents/${id}/trash`);
  expect(await searchFor('triceratops')).toContain('news.docx');
});

test('a document of a page is found as long as everybody may read the page, in this second', async () => {
  const { id, address } = await upload('members.pdf', pdf(['Velociraptor minutes.']), { collection: String(collectionId) });
  const uri = `document:${id}`;
  const resolves = async (gateId: number | null): Promise<boolean> => (await resolveReferences(site.deps.db, site.deps.registry.referenceKinds, [uri], site.deps.now(), gateId)).has(uri);
  expect(await searchFor('velociraptor')).toContain(address);
  expect(await resolves(null)).toBe(true);

  await restrict(site.deps, SYSTEM, { pageId, access: 'signed-in', password: null });
  for (const words of ['velociraptor', 'members', 'members.pdf']) {
    expect(await searchFor(words)).not.toContain(address);
    const { body } = await request(site.server).get('/search/suggestions').query({ query: words }).expect(200);
    expect(JSON.stringify(body)).not.toContain('Members');
  }
  expect(await resolves(null)).toBe(false);
  expect(await resolves(pageId)).toBe(true);
  await restrict(site.deps, SYSTEM, { pageId, access: 'public', password: null });
  expect(await searchFor('velociraptor')).toContain(address);
});

test('a private document is nobody else\'s, whatever they ask it with', async () => {
  await restrict(site.deps, SYSTEM, { pageId, access: 'signed-in', password: null });
  const { id, address } = await upload('secret.pdf', pdf(['Allosaurus']), { collection: String(collectionId) });
  const { sha256 } = await site.deps.db('documents').where({ id }).first('sha256');
  const stranger = request(site.server);
  for (const conditions of [{}, { 'If-None-Match': `"${sha256}"` }, { 'If-Match': '"x"' }, { Range: 'bytes=0-3' }, { Range: 'bytes=99999-' }] as Record<string, string>[]) {
    const answer = await stranger.get(address).set(conditions).accept('html').expect(303);
    expect(answer.headers.etag).toBeUndefined();
  }
  await stranger.get(`/documents/${id}`).accept('html').expect(303);
  const program = await stranger.get(address).accept('application/pdf').expect(404);
  const nothing = await stranger.get('/documents/99999/secret.pdf').accept('application/pdf').expect(404);
  expect(program.headers['cache-control']).toBe(nothing.headers['cache-control']);
  expect(program.headers['cache-control']).toMatch(/no-store/);

  await addPerson(site, 'reader@example.org');
  const reader = await signedIn(site, 'reader@example.org');
  const answer = await reader.get(address).expect(200);
  expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store', 'cross-origin-resource-policy': 'same-origin', etag: `"${sha256}"` });
  await reader.get(`/documents/${id}/other.pdf`).expect(301).expect('Cache-Control', 'private, no-store');
  await reader.get(address).set('Range', 'bytes=0-3').expect(206);
});

test('one that cannot be read says so, and is found by its title', async () => {
  const { id, address } = await upload('scan.pdf', Buffer.from('%PDF-1.7 nothing else'));
  expect(await stateOf(id)).toBe('failed');
  expect(await searchFor('scan')).toContain(address);
});

test('what waits can be read from the command line, too', async () => {
  const { body } = await sendFiles(admin, '/admin/documents', [{ name: 'waiting.docx', content: docx(['About the ankylosaurus.']) }]);
  expect(await stateOf(body.documents[0].id)).toBe('waiting');
  expect(await runDocumentsCommand(site.deps, ['read'])).toEqual({ text: '1 document waited; 1 read.', exitCode: 0 });
  expect(await searchFor('ankylosaurus')).toContain('waiting.docx');
  await expect(runDocumentsCommand(site.deps, ['write'])).rejects.toThrow('It is written: npm run cli documents read');
});
