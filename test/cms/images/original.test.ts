import sharp, { type Sharp } from 'sharp';
import { readOriginal, type Original } from '../../../src/cms/media/original';
import { Unprocessable } from '../../../src/platform/http/errors';

const SIZE = { width: 60, height: 40 };
const colour = (background: sharp.Create['background'], channels: 3 | 4 = 3): Sharp => sharp({ create: { ...SIZE, channels, background } });

async function pixelOf({ content }: Original): Promise<number[]> {
  const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, info.channels)];
}

describe('every kind of picture is kept as JPEG or PNG, in sRGB with eight bits:', () => {
  test.each([
    ['JPEG', () => colour('#336699').jpeg(), 'image/jpeg'],
    ['CMYK JPEG', () => colour('#336699').toColourspace('cmyk').jpeg(), 'image/jpeg'],
    ['grey JPEG', () => colour('#666666').greyscale().jpeg(), 'image/jpeg'],
    ['progressive JPEG', () => colour('#336699').jpeg({ progressive: true }), 'image/jpeg'],
    ['PNG', () => colour('#336699').png(), 'image/png'],
    ['PNG with a palette', () => colour('#336699').png({ palette: true }), 'image/png'],
    ['PNG with sixteen bits', () => colour('#336699').toColourspace('rgb16').png(), 'image/png'],
    ['grey PNG', () => colour('#666666').toColourspace('b-w').png(), 'image/png'],
    ['WebP', () => colour('#336699').webp(), 'image/jpeg'],
    ['AVIF', () => colour('#336699').avif({ effort: 0 }), 'image/jpeg'],
    ['GIF', () => colour('#336699').gif(), 'image/png'],
    ['TIFF', () => colour('#336699').tiff(), 'image/png'],
  ] as [string, () => Sharp, string][])('%s', async (kind, make, mimeType) => {
    const original = await readOriginal(await make().toBuffer());
    expect(original).toMatchObject({ ...SIZE, mimeType, transparent: false, note: null });
    expect(await sharp(original.content).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar', hasAlpha: false });
    const expected = kind.startsWith('grey') ? [0x66, 0x66, 0x66] : [0x33, 0x66, 0x99];
    (await pixelOf(original)).forEach((value, channel) => { expect(Math.abs(value - expected[channel]!)).toBeLessThan(25); });
  });
});

test('a transparent WebP stays transparent, as PNG', async () => {
  expect(await readOriginal(await colour({ r: 9, g: 9, b: 9, alpha: 0.4 }, 4).webp().toBuffer())).toMatchObject({ mimeType: 'image/png', transparent: true });
});

describe('of an animation the first picture is kept, and that is said:', () => {
  const frames = Buffer.alloc(20 * 60 * 3, 90).fill(200, 20 * 20 * 3);
  const animation = (): Sharp => sharp(frames, { raw: { width: 20, height: 60, channels: 3, pageHeight: 20 } });
  test.each([['GIF', () => animation().gif({ loop: 0 })], ['WebP', () => animation().webp({ loop: 0 })]] as [string, () => Sharp][])('%s', async (_kind, make) => {
    expect(await readOriginal(await make().toBuffer())).toMatchObject({ width: 20, height: 20, note: 'Only the first picture of the animation was kept.' });
  });
});

const svg = (content: string, attributes = ''): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="40" ${attributes}>${content}</svg>`);
const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('of a drawing only pixels are kept, as many as a screen shows, and that is said:', () => {
  test.each([
    ['with a script', svg('<script>alert(1)</script><rect width="60" height="40" fill="#369" onclick="alert(1)"/>')],
    ['with HTML', svg('<foreignObject width="60" height="40"><body xmlns="http://www.w3.org/1999/xhtml"><img src="#x" onerror="alert(1)"/></body></foreignObject>')],
    ['with a link', svg('<a href="https://example.org/"><rect width="60" height="40"/></a>')],
    ['with parts used twice and a picture inside', svg(`<defs><g id="a"><rect width="9" height="9"/></g></defs><use href="#a"/><use xlink:href="#a" x="20"/><image href="${PIXEL}" width="9" height="9"/>`)],
    ['with the document type that drawing programs write', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'), svg('<rect width="60" height="40"/>')])],
  ])('%s', async (_what, bytes) => {
    const original = await readOriginal(bytes);
    const size = bytes.includes('<image') ? SIZE : { width: 1_600, height: 1_067 };
    expect(original).toMatchObject({ ...size, mimeType: 'image/png', note: `Kept as pixels, ${size.width} × ${size.height}; the drawing itself is not kept.` });
    expect(/script|alert|example\.org|svg/i.test(original.content.toString('latin1'))).toBe(false);
  });
});

describe('a drawing has 1600 pixels on its longer side, whatever small size it says, and at most 2400 across:', () => {
  const circle = (attributes: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><circle cx="12" cy="12" r="11" fill="#369"/></svg>`);
  test.each([
    ['width="24" height="24"', 1_600, 1_600], ['viewBox="0 0 24 24"', 1_600, 1_600], ['width="12mm" height="24mm" viewBox="0 0 12 24"', 800, 1_600],
    ['width="0.5" height="0.5" viewBox="0 0 24 24"', 1_600, 1_600], ['width="2000" height="1000" viewBox="0 0 24 12"', 2_000, 1_000], ['width="900mm" height="450mm" viewBox="0 0 24 12"', 2_400, 1_200],
  ])('%s', async (attributes, width, height) => {
    const original = await readOriginal(circle(attributes));
    expect(original).toMatchObject({ width, height });
    // a sharp edge has few pixels that are neither within nor without
    if (!attributes.includes('0.5')) expect(await sharp(original.content).extractChannel('alpha').raw().toBuffer().then((pixels) => pixels.filter((value) => value > 20 && value < 235).length)).toBeLessThan(12_000);
  });
});

describe('a drawing is refused:', () => {
  const uses = Array.from({ length: 11 }, (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`).join('');
  test.each([
    ['with entities', Buffer.concat([Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'), svg('<text>&b;</text>')]), /entities/],
    ['with a picture elsewhere', svg('<image href="https://example.org/x.png" width="9" height="9"/>'), /outside/],
    ['with a file of the server', svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'), /outside/],
    ['with a style sheet elsewhere', svg('<style>@import "https://example.org/x.css";</style>'), /outside/],
    ['with a style sheet named above it', Buffer.concat([Buffer.from('<?xml-stylesheet href="https://example.org/x.css"?>'), svg('')]), /outside/],
    ['with a fill elsewhere', svg('<rect width="9" height="9" fill="url(https://example.org/x.svg#a)"/>'), /outside/],
    ['with a fill elsewhere, spelt otherwise', svg('<rect width="9" height="9" style="fill:\\75rl(https://example.org/x.svg#a)"/>'), /outside/],
    ['that repeats its parts a hundred billion times', svg(`<defs><g id="a0"><rect width="5" height="5"/></g>${uses}</defs><use href="#a11"/>`), /complicated/],
    ['that repeats itself', svg('<g id="a"><use href="#a"/></g>'), /complicated/],
    ['with five hundred blurs', svg(`<filter id="f">${'<feGaussianBlur stdDeviation="500"/>'.repeat(500)}</filter><rect width="60" height="40" filter="url(#f)"/>`), /complicated/],
    ['nested a thousand deep', svg(`${'<g>'.repeat(1000)}${'</g>'.repeat(1000)}`), /complicated/],
    ['in UTF-16', Buffer.from(`\ufeff${svg('').toString()}`, 'utf16le'), /not in UTF-8/],
    ['in UTF-16 that says so', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${svg('').toString()}`, 'utf16le').swap16(), /not in UTF-8/],
    ['in UTF-16 without a mark', Buffer.from(svg('').toString(), 'utf16le'), /not in UTF-8/],
    ['in Latin 1', Buffer.from(svg('<text>Zürich</text>').toString(), 'latin1'), /not in UTF-8/],
    ['that names another encoding', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="UTF-7"?>'), svg('')]), /not in UTF-8/],
    ['that repeats a part whose name another part has too', svg(`${'<g id="b"/>'.repeat(2)}<g id="a">${'<rect/>'.repeat(900)}</g><g id="a"/>${'<use href="#a"/>'.repeat(120)}`), /complicated/],
    ['that says twice what it repeats', svg(`<g id="a">${'<rect/>'.repeat(900)}</g>${'<use href="#b" xlink:href="#a"/>'.repeat(120)}`), /complicated/],
  ] as [string, Buffer, RegExp][])('%s', async (_what, bytes, reason) => {
    const refusal: unknown = await readOriginal(bytes).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Unprocessable);
    expect((refusal as Error).message).toMatch(reason);
  });
});

test('a drawing that takes too long is stopped, and the server goes on meanwhile', async () => {
  const slow = svg(`<filter id="f" x="0" y="0" width="1" height="1">${'<feMorphology operator="dilate" radius="900"/>'.repeat(20)}</filter><rect width="2000" height="2000" filter="url(#f)"/>`).toString().replace('width="60" height="40"', 'width="2000" height="2000"');
  let beats = 0;
  const heart = setInterval(() => { beats += 1; }, 20);
  const refusal = await readOriginal(Buffer.from(slow), { milliseconds: 2_000 }).catch((error: unknown) => error as Error);
  clearInterval(heart);
  expect((refusal as Error).message).toMatch(/too long/);
  expect(beats).toBeGreaterThan(20);
});

test('a picture of many megapixels is read in a process of its own, to the same effect', async () => {
  const large = await sharp({ create: { width: 5_000, height: 3_000, channels: 3, background: '#336699' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const original = await readOriginal(large);
  expect(original).toMatchObject({ width: 2_400, height: 4_000, mimeType: 'image/jpeg', transparent: false });
  expect((await sharp(original.content).metadata()).orientation).toBeUndefined();
  expect(await readOriginal(large.subarray(0, large.length / 2)).catch((error: Error) => error.message)).toMatch(/cannot be read/);
});
