import type { Db } from '../../platform/db/connect';
import { Conflict, NotFound } from '../../platform/http/errors';
import { lockDocument, type DocumentRow } from './queries';

/** Somebody else has changed it since the form was made. */
export class Outdated extends Conflict {
  constructor() { super('Somebody else changed this document meanwhile, so nothing is saved yet. What is there now stands beside what you typed.'); }
}

/** For a change of one that is not in the trash. `version`: of the form. @throws NotFound, Outdated, Conflict */
export async function lockForChange(trx: Db, id: number, version: number): Promise<DocumentRow> {
  const document = await lockOrThrow(trx, id);
  if (document.trashedAt !== null) throw new Conflict('This document is in the trash. Restore it first.');
  if (document.version !== version) throw new Outdated();
  return document;
}

/** `version`: of what the person saw; left out where they saw a list. @throws NotFound, Outdated */
export async function lockOrThrow(trx: Db, id: number, version?: number): Promise<DocumentRow> {
  const document = await lockDocument(trx, id);
  if (!document) throw new NotFound('There is no such document.');
  if (version !== undefined && document.version !== version) throw new Outdated();
  return document;
}
