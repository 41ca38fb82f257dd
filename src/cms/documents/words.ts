import { numberWords } from '../library/words';
import { documentType } from './document-file';
import type { TextState } from './queries';
import type { TextView } from './views';

/** "PDF", "Text" */
export function typeWords(filename: string): string {
  const name = documentType(filename)?.name ?? 'file';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether search knows what a file says: in a list. */
export const TEXTS: Readonly<Record<TextState, TextView>> = {
  read: { icon: 'check', isMissing: false, words: 'Searched' },
  none: { icon: 'ring', isMissing: false, words: 'No text in it' },
  failed: { icon: 'warn', isMissing: true, words: 'Cannot be read' },
  waiting: { icon: 'clock', isMissing: false, words: 'Not read yet' },
};

/** The same in a sentence. */
export function textWords({ textState, textLength }: { textState: TextState; textLength: number }): string {
  if (textState === 'read') return `Search finds what it says: ${numberWords(textLength)} characters were read.`;
  if (textState === 'waiting') return 'It is read in a moment; then search finds what it says.';
  if (textState === 'failed') return 'It cannot be read: it is damaged, or too large. Search finds its title and description only.';
  return 'No text can be read from it: it is scanned, locked with a password, or of an older kind. Search finds its title and description only.';
}
