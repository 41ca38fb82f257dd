import { gzipSync } from 'node:zlib';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readXml, textOf } from '../../src/imports/read-xml';
import { readSourceFile } from '../../src/imports/source-file';
import { chunksOf, collected } from './chunks';

const read = (text: string, size?: number) => collected(readXml(chunksOf(text, size), (name) => name === 'list', { depth: 4, entry: 2_000 }));

test('the children of the root come one by one, whatever the pieces', async () => {
  const text = '<list><entry><name>Zoë &amp; Søren &lt;3</name></entry><!-- nothing --><entry><name><![CDATA[a <b>]]></name></entry></list>';
  for (const size of [1, 2, 3, 5, 64, 1_000]) {
    expect((await read(text, size)).map((node) => textOf(node, 'name'))).toEqual(['Zoë & Søren <3', 'a <b>']);
  }
});

const laughs = '<!DOCTYPE list [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><list><entry>&c;</entry></list>';
const outside = '<!DOCTYPE list [<!ENTITY a SYSTEM "file:///etc/passwd">]><list><entry>&a;</entry></list>';

test.each([
  ['cut off', '<list><entry><name>x</name></entry>', 'not well-formed'],
  ['empty', '', 'not well-formed'],
  ['text', 'RFC 9110 HTTP Semantics', 'not well-formed'],
  ['two roots', '<list></list><list></list>', 'not well-formed'],
  ['a bomb of entities', laughs, 'document type declaration'],
  ['an entity from outside', outside, 'document type declaration'],
  ['an entity that nobody declared', '<list><entry>&bomb;</entry></list>', 'not well-formed'],
  ['a page of HTML', '<!DOCTYPE html><html><body>Not found</body></html>', 'document type declaration'],
  ['XHTML', '<html><body>Not found</body></html>', 'begins with <html>'],
  ['deep', `<list>${'<a>'.repeat(50_000)}`, 'nested deeper than 4'],
  ['an entry without an end', `<list><entry>${'x'.repeat(5_000)}`, 'longer than 2000'],
  ['a name without an end', `<list><${'x'.repeat(5_000)}`, 'longer than 2000'],
])('%s is refused', async (_name, text, reason) => {
  await expect(read(text, 512)).rejects.toThrow(reason);
});

test('bytes that are no UTF-8 are refused, not guessed', async () => {
  await expect(collected(readXml(chunksOfBytes(Buffer.from('<list><a>Zo\xeb</a></list>', 'latin1')), () => true, { depth: 4, entry: 100 }))).rejects.toThrow('UTF-8');
});

async function* chunksOfBytes(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe('a file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-import-'));
  afterAll(() => { fs.rmSync(folder, { recursive: true }); });
  const file = (name: string, content: Buffer | string): string => {
    fs.writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const bytes = async (name: string, most?: number) => Buffer.concat(await collected(readSourceFile(name, most))).toString();

  test('is read plain or packed, whatever its name', async () => {
    expect(await bytes(file('plain.gz', 'words'))).toBe('words');
    expect(await bytes(file('packed.xml', gzipSync('words')))).toBe('words');
    expect(await bytes(file('empty', ''))).toBe('');
  });

  test('is refused when it is cut off, not there, or a bomb', async () => {
    const packed = gzipSync('words '.repeat(10_000));
    await expect(bytes(file('cut', packed.subarray(0, -9)))).rejects.toThrow('cannot be unpacked');
    await expect(bytes(path.join(folder, 'nowhere'))).rejects.toThrow('There is no file');
    await expect(bytes(folder)).rejects.toThrow('cannot be read');
    await expect(bytes(file('bomb', gzipSync(Buffer.alloc(5_000_000))), 1_000_000)).rejects.toThrow('larger than 1 MB');
  });
});
