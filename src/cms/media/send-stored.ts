import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../../platform/files';
import type { Headers } from '../../platform/http/headers';

/**
 * Send a file of the store. False, with nothing sent or set, if it is not there: an error page must not say that it is a
 * picture, to be kept for a year.
 */
export async function sendStored(res: Response, files: FileStore, key: string, headers: Headers): Promise<boolean> {
  const file = await files.read(key);
  if (!file) return false;

  res.set({ ...headers, 'Content-Length': String(file.bytes) });
  if (res.req.method === 'HEAD') {
    file.stream.destroy();
    res.end();
    return true;
  }
  await pipeline(file.stream, res).catch(unlessReaderLeft);
  return true;
}

function unlessReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
