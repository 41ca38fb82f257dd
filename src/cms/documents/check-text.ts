import { streamOf, type Source } from './source';

/** We say that every text is in UTF-8, so it has to be. In words what is wrong; undefined when nothing is. */
export async function textProblem(source: Source): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of streamOf(source)) {
      const bytes = chunk as Buffer;
      if (isFirst && isUtf16(bytes)) return 'The text is in UTF-16. Save it again with the encoding “UTF-8” (Notepad: Save as, Encoding), then upload that.';
      isFirst = false;
      if (bytes.includes(0)) return 'This is not a text: it has bytes that no text has.';
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    return 'The text is not in UTF-8. Save it again with the encoding “UTF-8”, then upload that.';
  }
}

/** By its byte order mark, either way round. */
function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
