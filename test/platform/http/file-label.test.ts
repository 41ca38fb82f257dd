import { fileLabel } from '../../../src/platform/http/file-label';

test.each([
  ['Report 2025 (final).pdf', 'Report 2025 (final).pdf'],
  ['日本語.png', '日本語.png'],
  ['e\u0301.png', 'é.png'],
  ['a\0b\u200fc\u2028d.jpg', 'a b c d.jpg'],
  ['/etc/passwd', 'passwd'],
  ['.htaccess', 'htaccess'],
  ['...', 'file'],
  ['', 'file'],
  ['a.b'.repeat(100), expect.stringMatching(/^.{120}$/)],
  [`${'😀'.repeat(200)}.jpeg`, `${'😀'.repeat(115)}.jpeg`],
])('%j is shown as %j', (name, label) => {
  expect(fileLabel(name)).toEqual(label);
});
