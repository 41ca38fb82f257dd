import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { givenBytes } from '../../../src/cms/documents/given-file';
import { uploadDocument } from '../../../src/cms/documents/upload-document';
import { uploadImage } from '../../../src/cms/images/upload-image';
import { checkMedia, type Finding } from '../../../src/cms/media/check-media';
import { listPending } from '../../../src/cms/media/pending-queries';
import { SYSTEM } from '../../../src/platform/history/record';
import { presetGroups } from '../../../src/accounts/preset-groups';
import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { addPerson } from '../../accounts/people-site';
import { file, filesAtRest, MULTIPART, multipart, UploadClient } from '../images/upload-client';
import { openEmptySite, type TestSite } from '../../support/site';
import { plain } from './library';

/** As root of a machine that lets us, the data folder is a disk of 4 MB. */
const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'small-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0755', 'tmpfs', disk]).status === 0;
const onSmallDisk = mounted ? describe : describe.skip;
if (!mounted) process.stdout.write('The tests of a full disk were left out: this machine lets nobody mount a small one.\n');

const FULL = { status: 507, message: expect.stringMatching(/^There is no room left for files on this server\. Nothing was changed/) as string };

onSmallDisk('on a full disk', () => {
  let site: TestSite;
  const filler = path.join(disk, 'filler');

  beforeAll(async () => { site = await openEmptySite({ env: { DATA_DIR: disk } }); });
  afterAll(async () => { await site.close(); });

  const document = (bytes: number) => uploadDocument(site.deps, SYSTEM, { ...givenBytes('a.txt', Buffer.from(randomBytes(bytes / 2).toString('hex'))), collectionId: null, again: false });
  async function image(): Promise<unknown> {
    const content = await plain(400, 300, '#123456');
    const file = path.join(os.tmpdir(), path.basename(disk) + '.png');
    fs.writeFileSync(file, content);
    const upload = { path: file, filename: 'a.png', bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
    return uploadImage(site.deps, SYSTEM, { upload, collectionId: null, again: false }).finally(() => fs.rmSync(file));
  }
  async function problems(): Promise<string[]> {
    const found: Finding[] = [];
    await checkMedia(site.deps, { repair: false, hash: true }, (finding) => found.push(finding));
    return [...found.map(({ key, problem }) => `${key} ${problem}`), ...await listPending(site.deps.db)];
  }

  test('uploads are refused in words, nothing is left of them, and with room everything works again', async () => {
    await document(1_000_000);
    await expect(document(5_000_000)).rejects.toMatchObject(FULL);
    expect(await problems()).toEqual([]);

    fill(filler);
    await expect(document(200_000)).rejects.toMatchObject(FULL);
    await expect(image()).rejects.toMatchObject(FULL);
    expect(await problems()).toEqual([]);
    expect(await site.deps.db('images').pluck('id')).toEqual([]);
    expect(fs.readdirSync(path.join(disk, 'media', '.incoming'))).toEqual([]);

    await overHttp(site);

    fs.rmSync(filler);
    await document(1_000_000);
    await image();
    expect(await site.deps.db('documents').pluck('id')).toHaveLength(2);
    expect(await problems()).toEqual([]);
  });
});

/** An upload that finds no room for its temporary file already: the same words, in JSON and as a page. */
async function overHttp(site: TestSite): Promise<void> {
  for (const group of presetGroups) await insertGroupUnlessThere(site.deps.db, group);
  await addPerson(site, 'admin@example.org', 'administrators');
  const client = await UploadClient.signedIn(site.origin, 'admin@example.org');
  const body = multipart([file(await plain(400, 300))]);
  for (const Accept of ['application/json', 'text/html']) {
    const { status, text } = await client.request('POST', '/admin/images', body, { 'Content-Type': MULTIPART, 'X-CSRF-Token': client.token, Accept });
    expect({ status, text }).toEqual({ status: 507, text: expect.stringContaining('There is no room left for files on this server.') as string });
  }
  expect(await filesAtRest(path.join(disk, 'media'))).toHaveLength(1);
}

afterAll(() => {
  if (mounted) spawnSync('umount', ['--lazy', disk]);
  fs.rmSync(disk, { recursive: true, force: true });
});

/** Until not a block is left. */
function fill(file: string): void {
  const handle = fs.openSync(file, 'w');
  try {
    for (;;) fs.writeSync(handle, Buffer.alloc(4_096));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    fs.closeSync(handle);
  }
}
