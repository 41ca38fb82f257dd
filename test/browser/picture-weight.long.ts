import { storeImage } from '../../src/cms/images/store-image';
import { warmImagesTask } from '../../src/cms/media/warm';
import { bumpAllSites } from '../../src/cms/sites/bump-all';
import { browsedSite } from '../support/browsed-site';
import { addPage, type TestSite } from '../support/site';
import { photo } from './photos';
import { openWatched, type Watched } from './watched-page';

/** Bytes, compressed as they are sent (product.md); what a first view may fetch of pictures is our own measure. */
const LIMITS = { document: 25_000, stylesheet: 20_000, script: 15_000, font: 60_000 };
const POST = '/blog/with-twelve-pictures/';
const PAGES = [
  { url: '/', width: 390, first: 250_000 }, { url: '/', width: 1440, first: 250_000 },
  { url: POST, width: 390, first: 200_000 }, { url: POST, width: 1440, first: 200_000 },
];

const opened = browsedSite();

beforeAll(async () => {
  const { site } = opened;
  const images: number[] = [];
  for (let number = 0; number < 12; number += 1) images.push(await addPhoto(site, number));
  await addPost(site, images);
  for (const url of ['/', POST]) await warm(site, url);
}, 300_000);

async function addPhoto({ deps }: TestSite, number: number): Promise<number> {
  const bytes = await photo(number);
  return storeImage(deps, { name: `photo-${number}`, title: `Photo ${number}`, alt: `Photo ${number}`, credit: null, focalX: 0.5, focalY: 0.5, bytes });
}

/** The first at its head, and all twelve in its text: half of them as blocks, half among paragraphs. */
async function addPost(site: TestSite, images: readonly number[]): Promise<void> {
  const words = 'What was said, who said it, and what will happen next, in the order in which somebody who was not there would ask. '.repeat(4);
  const body = images.flatMap((id, index): object[] => {
    const image = { ref: `image:${id}`, alt: `Picture ${index}`, decorative: false };
    const text = { type: 'paragraph', content: [{ type: 'text', text: words }] };
    const picture = { type: 'image', attrs: { ...image, caption: `Caption ${index}` } };
    const paragraphs = (content: object[]): object => ({ id: `text-${index}`, type: 'paragraph', value: { text: { type: 'doc', content } } });
    if (index % 2 > 0) return [paragraphs([text, picture, text])];
    return [paragraphs([text]), { id: `image-${index}`, type: 'image', value: { image, caption: `Caption ${index}`, credit: 'Somebody' } }];
  });
  const introduction = 'Twelve pictures in one text.';
  const head = { ref: `image:${images[0]}`, alt: 'Picture', decorative: false };
  await addPage(site, { path: POST.slice(0, -1), type: 'post', title: 'With twelve pictures', content: { authors: [], authorGroup: null, publishedOn: null, image: head, topics: [], introduction, body } });
}

/** As the first reader and the job after them do: one file of every picture is asked for, then all of them are there. */
async function warm({ deps, origin }: TestSite, url: string): Promise<void> {
  const html = await (await fetch(origin + url)).text();
  const asked = new Set([...html.matchAll(/type="image\/webp" srcset="(\S+)/g)].map(([, address]) => address!));
  for (const address of asked) await (await fetch(origin + address)).arrayBuffer();
  const imageIds = [...new Set([...asked].map((address) => Number(address.split('/')[2])))];
  await warmImagesTask({ ...deps, onMade: () => bumpAllSites(deps) })({ imageIds });
  await deps.sites.load();
}

describe.each(PAGES)('$url at $width pixels', ({ url, width, first }) => {
  let watched: Watched;
  beforeAll(async () => { watched = await openWatched(opened.browser, opened.site.origin + url, width); }, 60_000);
  afterAll(() => watched?.close());

  test('is within the budgets, takes AVIF, leaves what is far below for later, does not jump, and asks nobody else', async () => {
    const before = await watched.bytes();
    const early = await watched.loadedTooEarly();
    await watched.scrollToEnd();
    const [shift, all] = [await watched.shift(), await watched.bytes()];
    if (process.env['REPORT']) process.stderr.write(`${url} ${width}: ${JSON.stringify({ before, all, pictures: watched.pictures().length, shift })}\n`);

    for (const [kind, limit] of Object.entries(LIMITS)) expect([kind, Math.max(0, (all[kind as 'script'] ?? 0) - limit)]).toEqual([kind, 0]);
    expect(before.image).toBeLessThanOrEqual(first);
    expect(early).toEqual([]);
    expect(watched.pictures().filter((address) => !address.endsWith('.avif'))).toEqual([]);
    expect(shift).toBeLessThanOrEqual(0.02);
    expect(watched.addresses().filter((address) => new URL(address).origin !== opened.site.origin)).toEqual([]);
  }, 60_000);
});
