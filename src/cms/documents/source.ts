import fs from 'node:fs';
import { Readable } from 'node:stream';

/** The content of a document: where it lies on this machine, or all of it. */
export type Source = string | Buffer;

/** From the beginning, each time it is called. */
export function streamOf(source: Source): Readable {
  return typeof source === 'string' ? fs.createReadStream(source) : Readable.from([source]);
}

/** The first bytes; fewer of a shorter file. */
export async function headOf(source: Source, bytes: number): Promise<Buffer> {
  if (typeof source !== 'string') return source.subarray(0, bytes);
  const handle = await fs.promises.open(source, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
