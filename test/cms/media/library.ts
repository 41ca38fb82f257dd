import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import express, { type ErrorRequestHandler, type Express } from 'express';
import sharp from 'sharp';
import type { MediaDeps } from '../../../src/cms/media/controller';
import * as media from '../../../src/cms/media/queries';
import { mediaRoutes } from '../../../src/cms/media/routes';
import { ImageMemory } from '../../../src/cms/media/image-memory';
import { signedAddresses } from '../../../src/cms/media/signed-address';
import { storeImage, type NewImage } from '../../../src/cms/images/store-image';
import { ContentVersions } from '../../../src/cms/sites/content-versions';
import { localFiles } from '../../../src/platform/files';
import { HttpError } from '../../../src/platform/http/errors';
import { createLog } from '../../../src/platform/log';
import { createTestDatabase } from '../../support/database';

export interface Library {
  deps: MediaDeps;
  versions: ContentVersions;
  app: Express;
  folder: string;
  /** Store a picture under a name of its own and give its row. */
  add(image: Partial<NewImage>): Promise<media.ImageRow>;
  close(): Promise<void>;
}

/** A database, a file store in a folder whose name begins with a dot, and an application with nothing but the media routes. */
export async function openLibrary(more: Partial<MediaDeps> = {}): Promise<Library> {
  const database = await createTestDatabase();
  const { db } = database;
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'media-'));
  const folder = path.join(home, '.data');
  const now = () => new Date('2026-03-01T12:00:00Z');
  const versions = new ContentVersions();
  const deps = {
    db, files: localFiles(folder), now, log: createLog({ level: 'silent', file: null }), images: new ImageMemory({ db, versions }),
    signedAddresses: signedAddresses({ secrets: ['a secret of these tests'], now }), ...more,
  };
  let count = 0;
  return {
    deps,
    versions,
    folder,
    app: express().use(mediaRoutes(deps)).use((_req, res) => { res.status(404).send('none'); }).use(sayStatus),
    async add(image) {
      const id = await storeImage(deps, { name: `picture-${count += 1}`, title: 'A picture', alt: 'A picture', credit: null, focalX: 0.5, focalY: 0.5, bytes: await plain(1600, 1000), ...image });
      return (await media.findImage(db, id))!;
    },
    async close() {
      await database.close();
      fs.rmSync(home, { recursive: true });
    },
  };
}

/** A PNG of one colour. */
export function plain(width: number, height: number, background = '#336699'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } }).png().toBuffer();
}

const sayStatus: ErrorRequestHandler = (error: unknown, _req, res, _next) => {
  if (!(error instanceof HttpError)) throw error;
  res.status(error.status).set(error.headers).send(error.message);
};
