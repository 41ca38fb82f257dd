import type { Db } from '../../platform/db/connect';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { holdCollection } from '../collections/queries';
import type { Uses } from '../media/uses';
import type { Kind } from './kinds';
import type { FileRow } from './queries';

/** @throws Conflict when somebody else changed it after `version` was read; undefined asks nothing */
export function checkUnchanged({ one }: Kind, file: Pick<FileRow, 'version'>, version: number | undefined): void {
  if (version !== undefined && file.version !== version) throw new Conflict(`Somebody else has changed this ${one} meanwhile. Nothing of yours was saved yet.`);
}

/** For a change of a file that is locked. @throws Conflict: in the trash, or not the version that the person saw */
export function checkChangeable(kind: Kind, file: Pick<FileRow, 'version' | 'trashedAt'>, version: number | undefined): void {
  if (file.trashedAt !== null) throw new Conflict(`This ${kind.one} is in the trash: restore it first.`);
  checkUnchanged(kind, file, version);
}

/** Until the transaction ends nobody deletes the collection that a file is put into. @throws Unprocessable */
export async function checkCollection(trx: Db, collectionId: number | null): Promise<void> {
  if (collectionId !== null && !await holdCollection(trx, collectionId)) throw new Unprocessable([{ field: 'collection', message: 'There is no such collection.' }]);
}

const MOST_NAMED = 5;

/** @throws Conflict that names the places */
export function checkUnused({ uses, total }: Uses, refusal: string): void {
  if (total === 0) return;
  const named = uses.slice(0, MOST_NAMED).map(({ title, what }) => `“${title}”${what === 'live' ? '' : ` (${WORDS[what]})`}`);
  const more = total - named.length;
  const places = [...named, ...(more > 0 ? [`${more} ${named.length > 0 ? 'more ' : ''}${more === 1 ? 'place' : 'places'}`] : [])].join(', ');
  throw new Conflict(`${refusal} while it is used: ${places}.`);
}

const WORDS = { live: 'page', draft: 'draft', scheduled: 'planned', snippet: 'snippet', menu: 'menu', settings: 'settings' } as const;
