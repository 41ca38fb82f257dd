import { z } from 'zod';
import { storeDocument } from '../src/cms/media/store-document';
import { storeImage } from '../src/cms/media/store-image';
import { readBytes, readJson } from './demo-files';
import type { SeedDeps } from './load';
import type { Known } from './references';

const pictures = z.array(z.strictObject({
  name: z.string(), title: z.string(), alt: z.string(), credit: z.string(), focalX: z.number(), focalY: z.number(),
}));
const documents = z.array(z.strictObject({ file: z.string(), title: z.string(), description: z.string() }));

/** Drawings and documents, through the upload actions: what is stored is what an editor would have stored. */
export async function loadMedia(deps: SeedDeps): Promise<Known> {
  const known: Record<string, string> = {};
  for (const picture of pictures.parse(readJson('pictures/pictures.json'))) {
    const id = await storeImage(deps, deps.db, { ...picture, bytes: readBytes(`pictures/${picture.name}.svg`) });
    known[`image:${picture.name}`] = `image:${id}`;
  }
  for (const { file, title, description } of documents.parse(readJson('documents.json'))) {
    const id = await storeDocument(deps, deps.db, { filename: file, title, description, bytes: readBytes(`documents/${file}`) });
    known[`document:${file}`] = `document:${id}`;
  }
  return known;
}
