import fs from 'node:fs';
import path from 'node:path';

/**
 * Make a folder that others may walk through but not look into, whatever the umask says: PostgreSQL runs as another
 * account when root starts it. What existed before is left as it is.
 */
export function makePassableFolder(folder: string): void {
  const first = fs.mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) fs.chmodSync(made, 0o711);
}

/** Make a folder that only its owner may enter; the folders above it are passable. */
export function makePrivateFolder(folder: string): void {
  makePassableFolder(path.dirname(folder));
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
}
