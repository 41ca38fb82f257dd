import { zip } from '../../support/archives';
import { docx, odt, pdf, pptx, xlsx } from '../../support/documents';
import { checkDocument } from '../../../src/cms/documents/check-document';
import { Unprocessable } from '../../../src/platform/http/errors';

/** Why it is refused; undefined when it is taken. */
async function refusal(filename: string, content: Buffer | string): Promise<string | undefined> {
  const bytes = Buffer.from(content);
  try {
    await checkDocument(filename, bytes, bytes.length);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error;
    return error.problems.map(({ field, message }) => `${field}: ${message}`).join();
  }
}

const ole = (more: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(more, 'utf16le')]);

test.each<[string, Buffer | string]>([
  ['a.pdf', pdf(['Hello'])], ['a.docx', docx(['Hello'])], ['a.xlsx', xlsx(['Hello'])], ['a.pptx', pptx(['Hello'])], ['a.odt', odt('<text:p>Hello</text:p>')],
  ['a.zip', zip([{ name: 'a.txt', content: 'Hello' }])], ['a.doc', ole('WordDocument')], ['with-a-password.docx', ole('EncryptedPackage')],
  ['a.txt', 'Zürich'], ['a.csv', 'a,b'], ['A.PDF', pdf(['Hello'])], ['a.ics', 'BEGIN:VCALENDAR'],
])('%s is taken', async (filename, content) => {
  expect(await refusal(filename, content)).toBeUndefined();
});

test.each<[string, Buffer | string, RegExp]>([
  ['page.html', '<p>', /Files of this type \(\.html\) are not taken. These are: pdf/],
  ['none', 'text', /^file: Files of this type are not taken/],
  ['letter.docm', docx(['Hello']), /macros/],
  ['letter.docx', docx(['Hello'], { more: [{ name: 'word/vbaProject.bin', content: 'x' }] }), /macros/],
  ['empty.pdf', '', /empty/],
  ['report.pdf', '<html><script>alert(1)</script>', /no PDF/],
  ['report.pdf', '<html><!-- %PDF-1.7 -->', /no PDF/],
  ['picture.pdf', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), pdf(['Hello'])]), /no PDF/],
  ['text.docx', 'Hello', /no Word/],
  ['sheet.docx', xlsx(['Hello']), /no Word file, although its name says so/],
  ['letter.docx', zip([{ name: 'word/document.xml', content: '<w:document/>' }]), /no Word/],
  ['old.docx', ole('WordDocument'), /no Word/],
  ['text.odt', docx(['Hello']), /no OpenDocument text/],
  ['slip.docx', docx(['Hello'], { more: [{ name: '../../etc/cron.d/x', content: 'x' }] }), /leads outside the archive/],
  ['slip.zip', zip([{ name: '/etc/passwd', content: 'x' }]), /leads outside the archive/],
  ['half.docx', docx(['Hello']).subarray(0, 200), /damaged/],
  ['latin.txt', Buffer.from('Zürich', 'latin1'), /not in UTF-8. Save it again/],
  ['cut.txt', Buffer.from('Zü').subarray(0, 2), /not in UTF-8/],
  ['wide.txt', Buffer.from('\ufeffHello', 'utf16le'), /UTF-16. Save it again with the encoding “UTF-8”/],
  ['nul.txt', 'a\0b', /not a text/],
])('%s is refused in words', async (filename, content, words) => {
  expect(await refusal(filename, content)).toMatch(words);
});

test('51 MB are refused before anything is looked at', async () => {
  await expect(checkDocument('a.pdf', Buffer.from('%PDF-1.4'), 51e6)).rejects.toThrow('larger than 50 MB');
});

describe('zip bombs', () => {
  const zeros = Buffer.alloc(30e6);

  test('a part that is a thousand times larger unpacked', async () => {
    const bomb = docx(['Hello'], { more: [{ name: 'word/media/zeros.bin', content: zeros }] });
    expect(bomb.length).toBeLessThan(60_000);
    expect(await refusal('bomb.docx', bomb)).toMatch(/larger than 200 MB, or far larger than a document is/);
  });

  test('one whose directory says that it is small', async () => {
    expect(await refusal('liar.docx', docx(['Hello'], { more: [{ name: 'word/media/zeros.bin', content: zeros, declared: 100_000 }] }))).toMatch(/far larger than a document/);
  });

  test('many parts of usual sizes, 210 MB together', async () => {
    const noise = Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7_919) % 251));
    const part = Buffer.concat(Array.from({ length: 350 }, () => noise));
    const parts = Array.from({ length: 30 }, (_, index) => ({ name: `word/media/${index}.bin`, content: part.subarray(0, 900_000), declared: 7_000_000 }));
    expect(await refusal('many.docx', docx(['Hello'], { more: parts }))).toMatch(/200 MB/);
  });

  test('more than ten thousand entries', async () => {
    expect(await refusal('entries.zip', zip(Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, content: '' }))))).toMatch(/10,000/);
  });

  test('an archive in the archive is not opened', async () => {
    expect(await refusal('nested.zip', zip([{ name: 'inner.zip', content: docx(['Hello'], { more: [{ name: 'zeros', content: zeros }] }) }]))).toBeUndefined();
  });

  test('entries with a password are left alone', async () => {
    expect(await refusal('locked.zip', zip([{ name: 'secret.txt', content: 'Hello', encrypted: true }]))).toBeUndefined();
  });
});
