import { createRenditionMaker, renditionKey } from '../../../src/cms/media/make-rendition';
import { renditionNamed } from '../../../src/cms/media/renditions';
import { listRenditions, type ImageRow } from '../../../src/cms/media/queries';
import type { FileStore } from '../../../src/platform/files';
import { openLibrary, plain, type Library } from './library';

let library: Library;
beforeAll(async () => { library = await openLibrary(); });
afterAll(() => library.close());

const filesOf = async (files: FileStore): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key } of files.list()) keys.push(key);
  return keys.sort();
};

test('of a picture that is replaced while its file is made nothing is left', async () => {
  const { deps } = library;
  const image = await library.add({ bytes: await plain(600, 400) });
  const before = await filesOf(deps.files);
  const reading: FileStore = { ...deps.files, read: async (key, part) => {
    await deps.db('images').where('id', image.id).update({ focalX: 0.1 });
    return deps.files.read(key, part);
  } };
  expect(await createRenditionMaker({ ...deps, files: reading }).make(image, renditionNamed(image, 'card-400')!, 'webp')).toBe(false);
  expect(await filesOf(deps.files)).toEqual(before);
  expect(await listRenditions(deps.db, image.id, image.hash)).toEqual([]);
  expect(await deps.db('pendingFiles')).toEqual([]);
});

test('two processes that make the same file at once end with one row and one file', async () => {
  const { deps } = library;
  const image = await library.add({ bytes: await plain(700, 500) });
  const rendition = renditionNamed(image, 'body-400')!;
  const makers = [createRenditionMaker(deps), createRenditionMaker(deps)];
  expect(await Promise.all(makers.map((maker) => maker.make(image, rendition, 'webp')))).toEqual([true, true]);
  const key = renditionKey(image, 'body-400', 'webp');
  expect((await listRenditions(deps.db, image.id, image.hash)).map(({ storageKey }) => storageKey)).toEqual([key]);
  expect((await filesOf(deps.files)).filter((one) => one === key)).toHaveLength(1);
});

test('a file that was lost and is made anew is noted with the size that it has now, by every image of the same content', async () => {
  const { deps } = library;
  const bytes = await plain(640, 480);
  const images = [await library.add({ bytes }), await library.add({ bytes })];
  const rendition = renditionNamed(images[0]!, 'body-400')!;
  const make = (image: ImageRow) => createRenditionMaker(deps).make(image, rendition, 'webp');
  const noted = () => deps.db('renditions').where('storageKey', renditionKey(images[0]!, 'body-400', 'webp')).pluck<number[]>('bytes');
  for (const image of images) await make(image);
  const [size] = await noted();
  await deps.db('renditions').where('imageId', images[1]!.id).update({ bytes: size! + 9 }); // as another version of the encoder made it
  await make(images[0]!);
  expect(await noted()).toEqual([size, size]);
});
