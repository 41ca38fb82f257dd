import sharp from 'sharp';
import request from 'supertest';
import { openLibrary, type Library } from './library';

let library: Library;
beforeAll(async () => { library = await openLibrary(); });
afterAll(() => library.close());

/** Red, green and blue, a third of the width each. */
async function threeColours(): Promise<Buffer> {
  const stripe = (background: string) => sharp({ create: { width: 400, height: 400, channels: 3, background } }).png().toBuffer();
  const [green, blue] = await Promise.all([stripe('#00ff00'), stripe('#0000ff')]);
  return sharp({ create: { width: 1200, height: 400, channels: 3, background: '#ff0000' } })
    .composite([{ input: green, left: 400, top: 0 }, { input: blue, left: 800, top: 0 }]).png().toBuffer();
}

test.each([[0, [255, 0, 0]], [0.5, [0, 255, 0]], [1, [0, 0, 255]]])('with the focal point at %d a square shows that part', async (focalX, colour) => {
  const { id, hash } = await library.add({ bytes: await threeColours(), focalX });
  const { body } = await request(library.app).get(`/media/${id}/${hash}/thumb-200.jpg`).expect(200) as { body: Buffer };

  for (const left of [10, 100, 190]) {
    const pixel = await sharp(body).extract({ left, top: 100, width: 1, height: 1 }).raw().toBuffer();
    [...pixel].forEach((part, index) => { expect(Math.abs(part - colour[index]!)).toBeLessThan(12); });
  }
});
