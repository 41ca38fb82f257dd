import { listDocuments } from '../../../src/cms/documents/list-queries';
import type { Listing } from '../../../src/cms/documents/listing';
import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { runDocumentsCommand } from '../../../src/document-commands';
import { docx } from '../../support/documents';
import { planOf } from '../../support/plan-of';
import { addPage } from '../../support/site';
import { sendFiles } from './upload';

/** What the list of documents finds: by title, description, file name, tags, and what the files say. */
let site: PeopleSite;
let admin: Agent;
let minutes: number;
beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
  minutes = await upload('minutes.docx', ['The kumquat harvest of 2026 was discussed, and the budget.']);
  await upload('agenda.docx', ['Budgets, and nothing else.']);
  const pageId = await addPage(site, { path: '/members', published: false });
  const [row] = await site.deps.db('collections').insert({ name: 'Members', pageId, createdAt: site.clock.now }).returning<{ id: number }[]>('id');
  await upload('members.docx', ['A kumquat for members.'], { collection: String(row!.id) });
  await runDocumentsCommand(site.deps, ['read']);
  const { version } = await site.deps.db('documents').where({ id: minutes }).first<{ version: number }>('version');
  await send(admin, 'PATCH', `/admin/documents/${minutes}`, { version: String(version), title: 'Minutes', description: 'What was said', tags: 'board papers', collection: '' });
});
afterAll(() => site.close());

async function upload(name: string, text: string[], fields: Record<string, string> = {}): Promise<number> {
  return (await sendFiles(admin, '/admin/documents', [{ name, content: docx(text) }], fields)).body.documents[0].id;
}

const found = ({ text }: { text: string }): string[] => [...text.matchAll(/data-open-item[^>]*>([^<]*)</g)].map(([, title]) => title!);

test.each([
  ['kumquat', ['Members', 'Minutes']], ['kumquats harvested', ['Minutes']], ['the kumquat said', ['Minutes']], ['minutes kumquat', ['Minutes']], ['papers', ['Minutes']], ['board budget', ['Minutes']],
  ['budget', ['Agenda', 'Minutes']], ['minu', ['Minutes']], ['kumquat agenda', []], ['%', []], ['the', []], ["' | !", []],
])('the list finds “%s”', async (q, titles) => {
  expect(found(await admin.get('/admin/documents').query({ q }))).toEqual(titles);
});

test('what a file says finds it for nobody who may not see it', async () => {
  await insertGroupUnlessThere(site.deps.db, { key: 'guests', name: 'Guests', description: '', grants: [{ verb: 'enter', scope: 'area:staff' }] });
  await addPerson(site, 'guest@example.org', 'guests');
  expect(found(await (await signedIn(site, 'guest@example.org')).get('/admin/documents?q=kumquat'))).toEqual(['Minutes']);
});

test('the page says what is searched, and who may have what is uploaded', async () => {
  const { text } = await admin.get('/admin/documents');
  expect(text).toContain('placeholder="Search title, file, tags, text"');
  expect(text).toContain('Everybody can have a document once it is here, unless its collection is private.');
});

describe('with 10,000 documents', () => {
  beforeAll(async () => {
    const { db } = site.deps;
    await db.raw(`insert into documents (filename, title, mime_type, bytes, sha256, storage_key, text, text_state, created_at, updated_at)
      select 'many-' || n || '.pdf', 'Document number ' || n, 'application/pdf', n * 100, md5(n::text), 'documents/none', 'Meeting of ' || md5(n::text) || ' about everything', 'read', now(), now()
      from generate_series(1, 10000) n`);
    await db.raw(`insert into search_documents (kind, key, type, title, names, name_keys, body, terms, status, boost)
      select 'document', id::text, 'document', title, array[filename], '{}', text, '{}', 'current', 0.8 from documents where filename like 'many-%'`);
    await db.raw('vacuum analyze documents');
    await db.raw('vacuum analyze search_documents');
  }, 60_000);

  const plain: Listing = { q: '', tag: null, collection: null, kind: null, text: null, use: null, sort: 'newest', trash: false, page: 1 };

  test.each<Partial<Listing>>([{ q: 'kumquat' }, { q: 'kumquat budget', sort: 'title' }, { q: 'nowhere' }])('indexes find them, no text is read in vain: %p', async (more) => {
    const plan = await planOf(site.deps.db, (db) => listDocuments(db, 'all', { ...plain, ...more }));
    expect(plan).toMatch(/search_documents_words_idx[^]*documents_words_idx|documents_words_idx[^]*search_documents_words_idx/);
    expect(plan).not.toMatch(/Seq Scan on (search_)?documents/);
  });

  test('they are found by title and by text at once', async () => {
    const many = await listDocuments(site.deps.db, 'all', { ...plain, q: 'meeting' });
    expect(many.matching).toBe(10_000);
  });
});
