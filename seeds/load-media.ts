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
  const images = await Promise.all(pictures.parse(readJson('pictures/pictures.json')).map(async (picture) => {
    const id = await storeImage(deps, deps.db, { ...picture, bytes: readBytes(`pictures/${picture.name}.svg`) });
    return [`image:${picture.name}`, `image:${id}`] as const;
  }));
  const files = await Promise.all(documents.parse(readJson('documents.json')).map(async ({ file, title, description }) => {
    const id = await storeDocument(deps, deps.db, { filename: file, title, description, bytes: readBytes(`documents/${file}`) });
    return [`document:${file}`, `document:${id}`] as const;
  }));
  return Object.fromEntries([...images, ...files]);
}
