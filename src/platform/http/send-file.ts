import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../files';
import { whatIsWanted } from './conditions';
import { HttpError } from './errors';
import type { Headers } from './headers';

export interface SentFile {
  readonly key: string;
  readonly bytes: number;
  /** Strong, with its quotes: the same one never stands for other bytes. */
  readonly etag: string;
  /** Type, disposition, caching, policy. */
  readonly headers: Headers;
}

/**
 * Answer GET or HEAD with a file of the store, with conditions and ranges (RFC 9110, sections 13 and 14). Whether the reader may have it
 * is asked before. False, with nothing sent or set, if the file is not there: an error page must not say that it is a document.
 * @throws HttpError 412, 416
 */
export async function sendFile(res: Response, files: FileStore, { key, bytes, etag, headers }: SentFile): Promise<boolean> {
  const { req } = res;
  const wanted = whatIsWanted({ method: req.method, field: (name) => req.get(name) }, { etag, bytes });
  if (wanted.status === 412) throw new HttpError(412, 'The file has changed.');
  if (wanted.status === 416) throw new HttpError(416, 'The file has no such part.', { 'Content-Range': `bytes */${bytes}` });

  const described = { ...headers, ETag: etag, 'Accept-Ranges': 'bytes' };
  if (wanted.status === 304) {
    res.status(304).set(described).end();
    return true;
  }
  const part = wanted.status === 206 ? wanted : undefined;
  const range: Headers = part ? { 'Content-Range': `bytes ${part.start}-${part.end}/${bytes}` } : {};
  return sendBytes(res, files, { key, part, headers: { ...described, ...range } });
}

interface Sending {
  readonly key: string;
  /** The bytes from `start` to `end`, both included; left out: all. */
  readonly part?: { readonly start: number; readonly end: number } | undefined;
  readonly headers: Headers;
}

/** The bytes alone, for files whose addresses say what is in them and change with it: no conditions, no ranges. False as above. */
export async function sendBytes(res: Response, files: FileStore, { key, part, headers }: Sending): Promise<boolean> {
  if (res.req.method === 'HEAD') {
    const size = await files.size(key);
    if (size === undefined) return false;
    res.status(200).set({ ...headers, 'Content-Length': String(size) }).end();
    return true;
  }
  const file = await files.read(key, part);
  if (!file) return false;
  res.status(part ? 206 : 200).set({ ...headers, 'Content-Length': String(file.bytes) });
  await pipeline(file.stream, res).catch(unlessReaderLeft);
  return true;
}

function unlessReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
