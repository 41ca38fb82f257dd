/**
 * A title from a file's name, in words: `venue-map_final.jpg` → "Venue map final". What cameras call their pictures stays, and so do the dots
 * of numbers: `IMG_2041.JPG` → "IMG 2041", `1.2.3.txt` → "1.2.3".
 */
export function titleFromFilename(filename: string): string {
  const stem = filename.replace(/\.[^.]{1,10}$/u, '');
  const words = stem.replace(/[-_+\s]+|\.(?=\D)/gu, ' ').replace(/\s+/g, ' ').trim();
  if (words === '') return 'Untitled';
  const [first = ''] = words;
  return (first.toUpperCase() + words.slice(first.length)).slice(0, 200).trim();
}
