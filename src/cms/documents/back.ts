import type { Request } from 'express';
import { parseQuery } from '../../platform/http/strict-input';
import { withQuery } from '../images/listing';
import { listingQuery, type Done } from './forms';
import { BASE, fieldsOf } from './listing';

export interface Back {
  /** Whose pane is open beside the list; null: the list alone. */
  readonly documentId: number | null;
  readonly done: Done;
  /** How many documents it was done to. */
  readonly n?: number;
  /** The document that it was done to, so that the note can offer to take it back. */
  readonly about?: number;
}

/** Where a form of the library leads when it is done: to the list that it was sent from, which stands in the form's own address. */
export function backTo(req: Request, { documentId, done, n, about }: Back): string {
  const names = new URLSearchParams([...fieldsOf(parseQuery(req, listingQuery))]);
  names.set('done', done);
  if (n !== undefined) names.set('n', String(n));
  if (about !== undefined) names.set('about', String(about));
  return withQuery(documentId === null ? BASE : `${BASE}/${documentId}`, names);
}
