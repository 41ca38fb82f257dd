import { z } from 'zod';

/** A draft may be longer than what may be published, so that nothing typed is lost; but not without end. */
export const DRAFT_LENGTH = 100_000;

/**
 * Any text from outside, as PostgreSQL can store it: NFC, `\n` for every line end, and without the characters
 * that jsonb refuses or that only hide (control characters, halves of surrogate pairs).
 */
export function plainText(): z.ZodString {
  return z.string('This has to be text.').overwrite(cleanText);
}

export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu, '');
}

/** For one line: what was pasted with line ends becomes one line. */
export function cleanLine(text: string): string {
  const lines = cleanText(text).split('\n');
  return lines.length === 1 ? lines.join('') : lines.map((line) => line.trim()).filter((line) => line !== '').join(' ');
}

/** Forms send an empty text where there is nothing; stored is null, so that there is one way to say it. */
export function emptyAsNull<T>(schema: z.ZodType<T>): z.ZodType<T> {
  return z.preprocess((value) => (value === '' ? null : value), schema);
}
