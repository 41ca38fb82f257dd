import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { givenFile } from '../../../src/cms/documents/given-file';
import { deleteDocument, trashDocument } from '../../../src/cms/documents/trash-document';
import { uploadDocument } from '../../../src/cms/documents/upload-document';
import { getImage } from '../../../src/cms/images/queries';
import { replaceImage } from '../../../src/cms/images/replace-image';
import { uploadImage } from '../../../src/cms/images/upload-image';
import { createRenditionMaker } from '../../../src/cms/media/make-rendition';
import { renditionsOf } from '../../../src/cms/media/renditions';
import { SYSTEM } from '../../../src/platform/history/record';
import type { Upload } from '../../../src/platform/http/uploads';
import { buildTestDeps } from '../../support/test-deps';

/**
 * A process of its own for kill-upload.test.ts: uploads, replaces, makes and deletes files for ever, and says each name that it was told
 * is kept. Arguments: database URL, DATA_DIR.
 */
async function main(): Promise<void> {
  const [, , url, dataDir] = process.argv as [string, string, string, string];
  const deps = await buildTestDeps(url, { env: { DATA_DIR: dataDir } });
  await deps.sites.load();
  const maker = createRenditionMaker(deps);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'uploads-'));
  const give = (filename: string, content: Buffer): Upload => {
    const file = path.join(folder, filename);
    fs.writeFileSync(file, content);
    return { path: file, filename, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  };

  for (let former: number | undefined; ;) {
    const name = randomBytes(8).toString('hex');
    const document = await uploadDocument(deps, SYSTEM, { ...givenFile(give(`${name}.txt`, Buffer.from(`${name} `.repeat(20_000)))), collectionId: null, again: false });
    process.stdout.write(`document:${name}.txt\n`);
    const uploaded = await uploadImage(deps, SYSTEM, { upload: give(`${name}.png`, await picture()), collectionId: null, again: false });
    const image = await getImage(deps.db, uploaded.id);
    process.stdout.write(`image:${name}.png\n`);
    await maker.make(image, renditionsOf(image, 'wide')[0]!, 'webp');
    await replaceImage(deps, SYSTEM, { id: image.id, version: image.version, upload: give(`${name}-2.png`, await picture()) });
    if (former !== undefined) {
      await trashDocument(deps, SYSTEM, { id: former, viewer: undefined });
      await deleteDocument(deps, SYSTEM, { id: former });
    }
    former = former === undefined ? document.id : undefined;
  }
}

/** No two are the same. */
function picture(): Promise<Buffer> {
  const [width, height] = [600, 400];
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } }).png().toBuffer();
}

void main();
