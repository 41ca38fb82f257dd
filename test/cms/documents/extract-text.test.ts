import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { zip } from '../../support/archives';
import { docx, odt, pdf, pptx, xlsx } from '../../support/documents';
import { extractText, type ReadingLimits } from '../../../src/cms/documents/extract-text';
import type { Reading } from '../../../src/cms/documents/reader/reading';

const read = (filename: string, content: Buffer, limits?: ReadingLimits): Promise<Reading> => extractText(filename, Readable.from([content]), limits);

test('a PDF says what is on its pages', async () => {
  expect(await read('a.pdf', pdf(['Brontosaurus on page one', 'and page two']))).toEqual({ state: 'read', text: 'Brontosaurus on page one\nand page two' });
});

test('Word: paragraphs and notes, without comments and what was deleted', async () => {
  const body = '<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:tab/><w:t>tab</w:t></w:r></w:p>';
  const more = [{ name: 'word/footnotes.xml', content: '<w:footnotes><w:p><w:t>A note</w:t></w:p></w:footnotes>' }, { name: 'word/comments.xml', content: '<w:comments><w:p><w:t>hush</w:t></w:p></w:comments>' }];
  expect((await read('a.docx', docx(['Fish &amp; chips', 'Zürich'], { body, more }))).text).toBe('Fish & chips\nZürich\nnew tab\nA note');
});

test('Excel: shared and inline strings; PowerPoint: slides in their order; OpenDocument: without comments', async () => {
  expect((await read('a.xlsx', xlsx(['First cell', 'Second cell']))).text).toBe('First cell\nSecond cell\ninline words');
  expect((await read('a.pptx', pptx(Array.from({ length: 11 }, (_, index) => `Slide ${index + 1}`)))).text).toMatch(/^Slide 1\nSlide 2\n[^]*Slide 9\nSlide 10\nSlide 11$/);
  expect((await read('a.odt', odt('<text:h>Head<text:s/>line</text:h><text:p>Some <text:span>words</text:span><office:annotation><text:p>hush</text:p></office:annotation></text:p>'))).text).toBe('Head line\nSome words');
});

test('plain text is read as it is, control and direction characters left out', async () => {
  expect(await read('a.txt', Buffer.from('\ufeffOne\r\ntwo\u202e\u0007 three'))).toEqual({ state: 'read', text: 'One\ntwo three' });
});

test('what has no text, wants a password or is of another kind has none', async () => {
  expect(await read('scan.pdf', pdf(['']))).toEqual({ state: 'none', text: null });
  expect(await read('a.zip', zip([]))).toEqual({ state: 'none', text: null });
  expect(await read('locked.docx', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]))).toEqual({ state: 'none', text: null });
  const manifest = { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' };
  expect(await read('locked.odt', odt('garbage', [manifest]))).toEqual({ state: 'none', text: null });
});

test('half a megabyte is kept of a long one', async () => {
  const { text } = await read('long.docx', docx(Array.from({ length: 9_000 }, (_, index) => `Paragraph ${index} ${'ü'.repeat(40)}`)));
  expect(Buffer.byteLength(text!)).toBeGreaterThan(499_000);
  expect(Buffer.byteLength(text!)).toBeLessThanOrEqual(500_000);
  expect(text).not.toContain('\ufffd');
});

test('when its content breaks off on the way, that is thrown, so that it is tried again', async () => {
  const whole = docx(['Hello']);
  const broken = Readable.from((function* pieces() { yield whole.subarray(0, 100); throw new Error('The store broke'); })());
  await expect(extractText('a.docx', broken)).rejects.toThrow('The store broke');
});

test('when the reader ends before it has everything, the document failed, and nothing is thrown', async () => {
  const endless = new Readable({ read() { this.push(Buffer.alloc(60_000)); } });
  expect(await extractText('a.docx', endless, { milliseconds: 300, megabytes: 400 })).toEqual({ state: 'failed', text: null });
  expect(endless.destroyed).toBe(true);
});

describe('hostile files fail, and nothing else does', () => {
  test.each<[string, Buffer]>([
    ['damaged.pdf', Buffer.from('%PDF-1.4\nnothing')],
    ['damaged.docx', docx(['Hello']).subarray(0, 150)],
    ['entities.docx', zip([{ name: 'word/document.xml', content: '<!DOCTYPE a [<!ENTITY b "bbbb">]><w:p><w:t>&b;</w:t></w:p>' }])],
    ['deep.docx', zip([{ name: 'word/document.xml', content: '<a>'.repeat(600) }])],
  ])('%s', async (filename, content) => {
    expect(await read(filename, content)).toEqual({ state: 'failed', text: null });
  });

  test('one that takes too long is killed', async () => {
    const begun = performance.now();
    expect(await read('slow.docx', docx(['Hello']), { milliseconds: 20, megabytes: 400 })).toEqual({ state: 'failed', text: null });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('one that takes too much memory is killed', async () => {
    const packed = zlib.deflateSync(Buffer.alloc(300e6, ' '));
    const page = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>'];
    const head = `%PDF-1.4\n${page.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}4 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>stream\n`;
    const bomb = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF')]);
    expect(await read('bomb.pdf', bomb, { milliseconds: 20_000, megabytes: 250 })).toEqual({ state: 'failed', text: null });
  });
});
