import { titleFromFilename } from '../../../src/cms/library/file-title';

test.each([
  ['venue-map_final.jpg', 'Venue map final'], ['IMG_2041.JPG', 'IMG 2041'], ['ietf-124.hall.png', 'Ietf 124 hall'], ['Äpfel.webp', 'Äpfel'],
  ['no extension', 'No extension'], ['-_-.png', 'Untitled'], [`${'x'.repeat(300)}.png`, `X${'x'.repeat(199)}`],
  ['ietf-125_agenda.pdf', 'Ietf 125 agenda'], ['Budget 2026.v2.xlsx', 'Budget 2026 v2'], ['-_.pdf', 'Untitled'], ['1.2.3.txt', '1.2.3'],
])('%s is called %s', (filename, title) => {
  expect(titleFromFilename(filename)).toBe(title);
});
