import { documentUrl, fileDetail } from './document-file';
import { BASE } from './listing';
import type { DocumentRow } from './queries';

/** A document as scripts are told of it. */
export interface DocumentAnswer {
  /** What content names it by. */
  readonly uri: string;
  readonly id: number;
  readonly label: string;
  readonly detail: string;
  readonly thumb: null;
  /** Its place in the library. */
  readonly url: string;
  /** Where readers get it. */
  readonly address: string;
  readonly version: number;
}

export function documentAnswer({ id, title, filename, bytes, version }: DocumentRow): DocumentAnswer {
  return { uri: `document:${id}`, id, label: title, detail: fileDetail({ filename, bytes }), thumb: null, url: `${BASE}/${id}`, address: documentUrl(id, filename), version };
}
