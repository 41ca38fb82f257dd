import { Conflict } from '../../platform/http/errors';
import type { LibraryImage } from './queries';

/** @throws Conflict when somebody else changed it after `version` was read; undefined asks nothing */
export function checkUnchanged(image: Pick<LibraryImage, 'version'>, version: number | undefined): void {
  if (version !== undefined && image.version !== version) throw new Conflict('Somebody else has changed this image meanwhile. Nothing of yours was saved yet.');
}

/** @throws Conflict */
export function checkOutOfTrash(image: Pick<LibraryImage, 'trashedAt'>): void {
  if (image.trashedAt !== null) throw new Conflict('This image is in the trash: restore it first.');
}

/** @throws Conflict */
export function checkInTrash(image: Pick<LibraryImage, 'trashedAt'>): void {
  if (image.trashedAt === null) throw new Conflict('This image is not in the trash.');
}
