import { cleanFilename, contentDisposition, documentType, fileDetail } from '../../../src/cms/documents/document-file';

test.each([
  ['../../etc/passwd', 'etc passwd'],
  ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie x.pdf'],
  ['\u202Egnp.exe.pdf', 'gnp.exe.pdf'],
  ['.hidden.txt', 'hidden.txt'],
  ['Prote\u0301ge\u0301.pdf', 'Protégé.pdf'],
  [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(116)}.pdf`],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanFilename(given)).toBe(kept);
});

test('PDF and plain text are shown, everything else is downloaded', () => {
  expect(contentDisposition('report.pdf')).toBe(`inline; filename="report.pdf"; filename*=UTF-8''report.pdf`);
  expect(contentDisposition('notes.txt')).toMatch(/^inline;/);
  expect(contentDisposition('table.csv')).toMatch(/^attachment;/);
  expect(contentDisposition('slides.pptx')).toMatch(/^attachment;/);
});

test('a name outside ASCII is told twice (RFC 6266, RFC 8187)', () => {
  expect(contentDisposition("Müller's (2) 図.pdf")).toBe(`inline; filename="Muller's (2) _.pdf"; filename*=UTF-8''M%C3%BCller%27s%20%282%29%20%E5%9B%B3.pdf`);
});

test.each(['page.html', 'drawing.svg', 'program.exe', 'script.js', 'feed.xml', 'noextension', 'x.constructor'])('%s is not taken', (name) => {
  expect(documentType(name)).toBeUndefined();
});

test('size and type are told in words', () => {
  expect(fileDetail({ filename: 'a.pdf', bytes: 1_234_567 })).toBe('PDF, 1.2 MB');
  expect(fileDetail({ filename: 'a.txt', bytes: 12 })).toBe('text, 1 kB');
});
