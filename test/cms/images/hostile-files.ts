import { once } from 'node:events';
import zlib from 'node:zlib';
import sharp from 'sharp';
import { BOUNDARY, file, multipart, MULTIPART, type Part } from './upload-client';

export interface Hostile {
  readonly what: string;
  readonly body: Buffer;
  /** Of the request; a multipart form with our boundary unless said. */
  readonly type: string;
  readonly status: number;
  /** What the answer says. */
  readonly says: RegExp;
}

const refused = (what: string, parts: readonly Part[], says: RegExp, status = 422): Hostile => ({ what, body: multipart(parts), type: MULTIPART, status, says });
const raw = (what: string, body: string | Buffer, says: RegExp, { status = 400, type = MULTIPART } = {}): Hostile => ({ what, body: Buffer.from(body), type, status, says });

/** Everything that must be refused with a reason. `zeros`: bytes that bombs unpack to. */
export async function hostileUploads({ zeros }: { zeros: number }): Promise<Hostile[]> {
  const jpeg = await noise().jpeg().toBuffer();
  const png = await noise().png().toBuffer();
  const html = '<!doctype html><html><script>alert(1)</script></html>';
  const entities = `<!DOCTYPE svg [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, level) => `<!ENTITY a${level + 1} "&a${level};&a${level};&a${level};&a${level};">`).join('')}]>`;
  const svg = (content: string, before = ''): string => `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90">${content}</svg>`;
  return [
    refused('a web page called .jpg', [file(html)], /no picture/),
    refused('a web page with a drawing in it', [file(`${html}<svg xmlns="http://www.w3.org/2000/svg"></svg>`, 'x.svg')], /cannot be read/),
    refused('a GIF that is a script', [file('GIF89a/*\x01\x00\x01\x00\x00\x00*/=1;alert(1)//', 'x.gif')], /cannot be read/),
    refused('a PDF with a JPEG in it', [file(Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj<<>>stream\n'), jpeg, Buffer.from('\nendstream')]))], /PDF/),
    refused('a program', [file(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 1)]))], /no picture/),
    refused('a zip archive called .png', [file(Buffer.from('PK\x03\x04\x14\x00\x00\x00\x00\x00aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'latin1'), 'x.png')], /ZIP/),
    refused('PHP', [file('<?php system($_GET["x"]); ?>', 'x.php.jpg')], /no picture/),
    refused('a drawing that names a picture elsewhere', [file(svg('<image href="https://example.org/spy.png" width="9" height="9"/>'), 'x.svg')], /outside/),
    refused('a drawing that names a file of the server', [file(svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'), 'x.svg')], /outside/),
    refused('a drawing with an entity bomb', [file(svg('<text>&a30;</text>', entities), 'x.svg')], /entities/),
    refused('a drawing that asks for a file as an entity', [file(svg('<text>&x;</text>', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'x.svg')], /entities/),
    refused('a drawing that repeats its parts endlessly', [file(svg(`<defs><g id="a0"><rect width="5" height="5"/></g>${Array.from({ length: 11 }, (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#a11"/>`), 'x.svg')], /complicated/),
    refused('a drawing of many parts within many that are named', [file(svg(`${Array.from({ length: 190 }, (_, level) => `<g id="b${level}">`).join('')}${'<use href="#x"/>'.repeat(90_000)}${'</g>'.repeat(190)}`), 'x.svg')], /complicated/),
    refused('a PNG whose head says 60,000 × 60,000', [file(pngOf(60_000, 60_000, zlib.deflateSync(Buffer.alloc(1_000))), 'x.png')], /50 million|cannot be read/),
    refused('a GIF whose head says 60,000 × 60,000', [file(Buffer.concat([Buffer.from('GIF89a'), uint16s(60_000, 60_000), Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2c, 0, 0, 0, 0]), uint16s(60_000, 60_000), Buffer.from([0, 2, 2, 0x4c, 1, 0, 0x3b])]), 'x.gif')], /50 million|cannot be read/),
    refused('a PNG of 10,000 × 10,000', [file(pngOf(10_000, 10_000, zlib.deflateSync(Buffer.alloc(1_251 * 10_000)), 1), 'x.png')], /50 million/),
    refused('a PNG with a text that unpacks to a great many', [file(pngOf(200, 200, zlib.deflateSync(Buffer.alloc(5)), 8, chunk('zTXt', Buffer.concat([Buffer.from('x\0\0'), await deflatedZeros(zeros)]))), 'x.png')], /cannot be read/),
    refused('half a JPEG', [file(jpeg.subarray(0, jpeg.length / 2))], /cannot be read/),
    refused('half a PNG', [file(png.subarray(0, png.length / 2))], /cannot be read/),
    refused('nothing', [file('')], /empty/),
    refused('no file at all', [{ name: 'collection', content: '' }], /Choose a file/),
    refused('a form whose file field is empty', [{ name: 'file', filename: '', content: '' }], /Choose a file/),
    refused('21 MB', [file(Buffer.alloc(21e6, 1))], /picture\.jpg.*larger than 20 MB/, 413),
    refused('a file in another field', [{ name: 'picture', filename: 'x.jpg', content: jpeg }], /field “file”/, 400),
    refused('twenty-one files', Array.from({ length: 21 }, (_, index) => file('x', `${index}.jpg`)), /20 files/, 413),
    refused('two thousand fields', Array.from({ length: 2_000 }, (_, index) => ({ name: `f${index}`, content: 'x' })), /more fields/, 400),
    refused('a field with a name like a path', [{ name: 'a[b][c][5]', content: 'x' }, file(jpeg)], /more fields/, 400),
    refused('a field that nobody knows', [{ name: '__proto__', content: 'x' }, file(jpeg)], /./, 400),
    refused('a field of a megabyte', [{ name: 'collection', content: 'x'.repeat(1e6) }, file(jpeg)], /longer/, 400),
    raw('no boundary', multipart([file(jpeg)]), /whole/, { type: 'multipart/form-data' }),
    raw('a boundary with a space', multipart([file(jpeg)]), /whole/, { type: 'multipart/form-data; boundary=a b' }),
    raw('another boundary', multipart([file(jpeg)]), /whole/, { type: 'multipart/form-data; boundary=other' }),
    raw('no end', multipart([file(jpeg)]).subarray(0, -10 - BOUNDARY.length), /whole/),
    raw('a part without a head', `--${BOUNDARY}\r\n\r\nx\r\n--${BOUNDARY}--\r\n`, /whole/),
    raw('heads without end', `--${BOUNDARY}\r\n${'X-Head: y\r\n'.repeat(5_000)}\r\nx\r\n--${BOUNDARY}--\r\n`, /whole/),
    raw('a form that is not multipart', JSON.stringify({ file: 'x' }), /multipart/, { status: 415, type: 'application/json' }),
  ];
}

/** What is taken, and kept without what was hidden in it: nothing of `hidden` may be found in any stored file. */
export async function neutralised({ zeros }: { zeros: number }): Promise<{ what: string; file: Buffer; hidden: string }[]> {
  const jpeg = await noise().jpeg().toBuffer();
  const gif = await noise().gif().toBuffer();
  return [
    { what: 'a JPEG with a ZIP archive behind it', file: Buffer.concat([jpeg, Buffer.from('PK\x03\x04HIDDEN-archive<?php __HALT_COMPILER(); ?>')]), hidden: 'HIDDEN-archive' },
    { what: 'a JPEG with a script in a comment', file: Buffer.concat([jpeg.subarray(0, 2), comment('HIDDEN-comment*/=1;alert(1)//'), jpeg.subarray(2)]), hidden: 'HIDDEN-comment' },
    { what: 'a GIF with a script behind it', file: Buffer.concat([gif, Buffer.from('/*HIDDEN-gif*/alert(1)')]), hidden: 'HIDDEN-gif' },
    { what: 'a JPEG that says where it was taken', file: await noise().withExif({ IFD0: { Copyright: 'HIDDEN-owner' }, IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSMapDatum: 'HIDDEN-place' } }).jpeg().toBuffer(), hidden: 'HIDDEN-' },
    { what: 'a PNG of one pixel with a great many behind it', file: pngOf(1, 1, await deflatedZeros(zeros), 8, chunk('tEXt', Buffer.from('x\0HIDDEN-text'))), hidden: 'HIDDEN-text' },
    { what: 'a drawing with scripts', file: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="70" height="70" onload="alert(\'HIDDEN-load\')"><script>HIDDEN-script</script><foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">HIDDEN-html</p></foreignObject><a href="https://HIDDEN-link.example"><rect width="50" height="50"/></a></svg>'), hidden: 'HIDDEN' },
  ];
}

let shade = 0;

/** No two alike: what is here already would not be read again. */
export function noise(width = 240, height = 160): sharp.Sharp {
  shade = (shade + 7) % 200;
  return sharp({ create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 40 + shade, sigma: 30 } } });
}

/** Grey, whatever its head says. */
function pngOf(width: number, height: number, packed: Buffer, depth = 8, extra: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = depth;
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), extra, chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, content: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(name), content]);
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(zlib.crc32(named));
  return Buffer.concat([length, named, sum]);
}

async function deflatedZeros(bytes: number): Promise<Buffer> {
  const [deflate, pieces] = [zlib.createDeflate({ level: 9 }), [] as Buffer[]];
  deflate.on('data', (piece: Buffer) => pieces.push(piece));
  const block = Buffer.alloc(1e6);
  for (let written = 0; written < bytes; written += block.length) if (!deflate.write(block)) await once(deflate, 'drain');
  deflate.end();
  await once(deflate, 'end');
  return Buffer.concat(pieces);
}

function uint16s(...values: number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from([value & 255, value >> 8])));
}

function comment(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), Buffer.from(text)]);
}
