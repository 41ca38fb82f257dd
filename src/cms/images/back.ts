import type { Request } from 'express';
import { parseQuery } from '../../platform/http/strict-input';
import { listingQuery, type Done } from './forms';
import { fieldsOf, withQuery } from './listing';

export interface Back {
  /** Whose pane is open beside the list; null: the list alone. */
  readonly imageId: number | null;
  readonly done: Done;
  /** How many images it was done to. */
  readonly n?: number;
  /** The image that it was done to, so that the note can offer to take it back. */
  readonly about?: number;
}

/**
 * Where a form of the library leads when it is done: to the list that it was sent from. That list stands in the form's own address
 * (`POST /admin/images/9/trash?q=map&page=2`), so that it needs no field of its own.
 */
export function backTo(req: Request, { imageId, done, n, about }: Back): string {
  const names = new URLSearchParams([...fieldsOf(parseQuery(req, listingQuery))]);
  names.set('done', done);
  if (n !== undefined) names.set('n', String(n));
  if (about !== undefined) names.set('about', String(about));
  return withQuery(imageId === null ? '/admin/images' : `/admin/images/${imageId}`, names);
}
