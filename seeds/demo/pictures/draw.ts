import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from './kit/picture';
import { sheet } from './kit/svg';
import { pictures } from './list';

/** Writes every picture beside this file, and pictures.json. Run: node --import tsx seeds/demo/pictures/draw.ts */

const most = 25_000;

function write(picture: Picture): void {
  const svg = sheet(picture.width, picture.height, picture.draw());
  if (svg.length > most) throw new Error(`${picture.name}.svg has ${svg.length} bytes, more than ${most}`);
  writeFileSync(join(__dirname, `${picture.name}.svg`), svg);
}

function words({ name, title, alt, focal: [focalX, focalY] }: Picture): object {
  return { name, title, alt, credit: 'Drawn for this demonstration', focalX, focalY };
}

pictures.forEach(write);
writeFileSync(join(__dirname, 'pictures.json'), `${JSON.stringify(pictures.map(words), null, 2)}\n`);
