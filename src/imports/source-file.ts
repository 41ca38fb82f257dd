import fs from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../platform/refusal';

/** Plain bytes; beyond this it is no file that we know, or a bomb. */
export const MOST_BYTES = 200_000_000;

const GZIP = Buffer.from([0x1f, 0x8b]);

/** The bytes of a file, unpacked when it is one of gzip, whatever it is called. @throws Refusal when it cannot be read whole */
export async function* readSourceFile(file: string, most = MOST_BYTES): AsyncGenerator<Buffer> {
  let total = 0;
  try {
    for await (const chunk of await openStream(file)) {
      total += (chunk as Buffer).length;
      if (total > most) throw new Refusal(`It is larger than ${Math.round(most / 1_000_000)} MB.`);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw inWords(error, file);
  }
}

async function openStream(file: string): Promise<NodeJS.ReadableStream> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(GZIP.length), 0, GZIP.length, 0);
    const packed = bytesRead === GZIP.length && buffer.equals(GZIP);
    const stream = fs.createReadStream(file);
    if (!packed) return stream;
    const unpacked = createGunzip();
    stream.on('error', (error) => { unpacked.destroy(error); });
    unpacked.on('close', () => { stream.destroy(); });
    return stream.pipe(unpacked);
  } finally {
    await handle.close();
  }
}

/** A file that is not there or cut off is the operator's to mend; the rest is a fault of ours. */
function inWords(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new Refusal(`There is no file ${file}.`);
  if (code === 'EISDIR' || code === 'EACCES') return new Refusal(`${file} cannot be read: ${message}.`);
  if (code?.startsWith('Z_')) return new Refusal(`It cannot be unpacked: ${message}.`);
  return error;
}
