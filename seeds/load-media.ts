import { z } from 'zod';
import { storeDocument } from '../src/cms/documents/store-document';
import { storeImage } from '../src/cms/images/store-image';
import type { FileDeps } from '../src/cms/media/keep-file';
import { readBytes, readJson } from './demo-files';
import type { Known } from './references';

const pictures = z.array(z.strictObject({
  name: z.string(), title: z.string(), alt: z.string(), credit: z.string(), focalX: z.number(), focalY: z.number(),
}));
const documents = z.array(z.strictObject({ file: z.string(), title: z.string(), description: z.string() }));

/** Drawings and documents, through the upload actions: what is stored is what an editor would have stored. */
export async function loadMedia(deps: FileDeps): Promise<Known> {
  const known: Record<string, string> = {};
  for (const picture of pictures.parse(readJson('pictures/pictures.json'))) {
    const id = await storeImage(deps, { ...picture, bytes: readBytes(`pictures/${picture.name}.svg`) });
    known[`image:${picture.name}`] = `image:${id}`;
  }
  for (const { file, title, description } of documents.parse(readJson('documents.json'))) {
    const id = await storeDocument(deps, { filename: file, title, description, bytes: readBytes(`documents/${file}`) });
    known[`document:${file}`] = `document:${id}`;
  }
  return known;
}
