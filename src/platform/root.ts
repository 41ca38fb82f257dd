import fs from 'node:fs';
import path from 'node:path';

/** The project folder, from the sources (src/platform) as from the build (dist/src/platform). */
export const ROOT = findRoot(__dirname);

function findRoot(folder: string): string {
  if (fs.existsSync(path.join(folder, 'package.json'))) return folder;
  return findRoot(path.dirname(folder));
}
