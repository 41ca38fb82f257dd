import { Readable } from 'node:stream';

/** A text as the bytes of a file, in pieces that fall anywhere, also in the middle of a character. */
export function chunksOf(text: string, size = 7): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += size) pieces.push(bytes.subarray(start, start + size));
  return Readable.from(pieces);
}

export async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
