import { createHash } from 'node:crypto';
import { cleanFilename, extensionOf, type DocumentType } from './document-file';
import type { FileFacts } from './queries';
import { streamOf, type Source } from './source';

/** A file that somebody gives us. */
export interface GivenFile {
  readonly filename: string;
  readonly source: Source;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
  /** Called each time it is written. */
  content(): ReturnType<typeof streamOf>;
}

/** `filename` as the sender has it; it is cleaned here. */
export function givenFile({ filename, path, bytes, sha256 }: { filename: string; path: string; bytes: number; sha256: string }): GivenFile {
  return { filename: cleanFilename(filename), source: path, bytes, sha256, content: () => streamOf(path) };
}

export function givenBytes(filename: string, content: Buffer): GivenFile {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { filename: cleanFilename(filename), source: content, bytes: content.length, sha256, content: () => streamOf(content) };
}

/** Where it lies is its content, so equal files lie in one place. */
export function fileFactsOf({ filename, bytes, sha256 }: GivenFile, { mimeType }: DocumentType): FileFacts {
  return { filename, mimeType, bytes, sha256, storageKey: `documents/${sha256}${extensionOf(filename)}` };
}
