import fs from 'node:fs';
import path from 'node:path';
import { checkMedia, type Finding } from '../../../src/cms/media/check-media';
import { historyOf, openPeopleSite, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { docx } from '../../support/documents';
import { sendFiles } from '../documents/upload';
import { noise } from '../images/hostile-files';

/** What is uploaded again while its row is there and its file is not. The store is a folder, as on a real site. */
let site: PeopleSite;
let admin: Agent;
beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
});
afterAll(() => site.close());

async function findings(): Promise<string[]> {
  const found: Finding[] = [];
  await checkMedia({ db: site.deps.db, files: site.deps.files, now: () => site.clock.now }, { repair: false, hash: true }, (finding) => found.push(finding));
  return found.map(({ key, problem }) => `${key} ${problem}`);
}

interface Told { id: number; duplicateOf: string | null; note: string | null }

describe.each([
  ['images', 'file.png', () => noise().png().toBuffer()],
  ['documents', 'file.docx', () => Promise.resolve(docx(['Minutes of a meeting']))],
] as const)('%s', (many, name, make) => {
  const one = many.slice(0, -1);
  const locate = (key: string): string => path.join(site.deps.config.dataDir, 'media', ...key.split('/'));
  const rowOf = (id: number) => site.deps.db(many).where({ id }).first<{ storageKey: string; version: number }>('storageKey', 'version');

  async function upload(content: Buffer, filename: string = name): Promise<Told> {
    const { body } = await sendFiles(admin, `/admin/${many}`, [{ name: filename, content }]);
    return (body as Record<string, Told[]>)[many]![0]!;
  }

  test('a duplicate whose file is missing gets it again, and the answer says so', async () => {
    const content = await make();
    const { id } = await upload(content);
    const { storageKey } = await rowOf(id);
    fs.rmSync(locate(storageKey));
    expect(await findings()).toEqual([expect.stringContaining(`${storageKey} is not in the store`)]);

    expect(await upload(content)).toMatchObject({ id, duplicateOf: `${one}:${id}`, note: 'It was here already; its file was missing and is back.' });
    expect(await findings()).toEqual([]);
    expect((await historyOf(site, `${one}.recovered`)).map(({ objectId }) => objectId)).toEqual([String(id)]);
    expect(await upload(content)).toMatchObject({ id, duplicateOf: `${one}:${id}`, note: null });
    expect(await site.deps.db('pendingFiles')).toEqual([]);
  });

  test('also where the same content would be kept under another name today, and of two at once', async () => {
    const content = many === 'images' ? await make() : docx(['Other minutes']);
    const { id } = await upload(content);
    const before = await rowOf(id);
    fs.rmSync(locate(before.storageKey));
    const old = many === 'images' ? before.storageKey.replace(/[0-9a-f]{64}/, 'ab'.repeat(32)) : before.storageKey.replace('.docx', '.zip');
    for (const table of [many, 'fileVersions']) await site.deps.db(table).where('storageKey', before.storageKey).update({ storageKey: old });
    if (many === 'images') await admin.get(`/media/${id}/original`).expect(404); // and now it is remembered
    const told = await Promise.all([upload(content), upload(content)]);
    expect(told.map((one_) => one_.id)).toEqual([id, id]);
    expect(told.map(({ note }) => note)).toContain('It was here already; its file was missing and is back.');
    expect(await findings()).toEqual([]);
    if (many === 'images') await admin.get(`/media/${id}/original`).expect(200);
  });
});
