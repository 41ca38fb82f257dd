import { z } from 'zod';
import { PASSWORD_LENGTH } from './passwords';

/** A password that somebody chooses. No rules about its characters: length is what counts. */
export const newPassword = z.string()
  .min(PASSWORD_LENGTH.min, `A password has at least ${PASSWORD_LENGTH.min} characters.`)
  .max(PASSWORD_LENGTH.max, `A password has at most ${PASSWORD_LENGTH.max} characters.`);

/** What everybody tries first, in lower case and without digits and signs at its ends. */
const COMMON = new Set([
  'password', 'passwort', 'passw0rd', 'p@ssw0rd', 'motdepasse', 'contraseña', 'letmein', 'welcome', 'changeme', 'administrator', 'admin', 'qwerty', 'qwertyuiop',
  'qwertyui', 'qwertz', 'qwertzuiop', 'azerty', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'iloveyou', 'sunshine', 'princess', 'football', 'baseball', 'superman', 'trustno',
  'whatever', 'computer', 'internet', 'starwars', 'monkey', 'dragon', 'master', 'secret', 'topsecret', 'plenary', 'ietf', 'abcdefgh', 'abcd', 'test', 'testtest', 'default',
  'correcthorsebatterystaple', 'hunter', 'login', 'guest', 'access', 'shadow', 'freedom', 'pokemon', 'michael', 'jennifer', 'liverpool', 'chelsea',
]);

/**
 * Why this password would be guessed, as a sentence, or null. It knows what everybody tries first, rows of one or of
 * neighbouring characters, and the person's own address and name.
 */
export function weakness(password: string, { email, name }: { email: string; name: string }): string | null {
  const plain = password.toLowerCase();
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (COMMON.has(core.replaceAll(' ', '')) || (core === '' && isRow(plain)) || isRow(core)) return 'This password is among those that are tried first. Several words together are better.';
  const own = [email, email.split('@')[0] ?? '', name, name.replaceAll(' ', '')].map((text) => text.toLowerCase());
  return own.some((text) => text !== '' && (text === plain || text === core)) ? 'This password is your own name or address. Several words together are better.' : null;
}

/** `aaaaaaaa`, `12345678`, `hgfedcba`: each character a fixed step from the one before it. */
function isRow(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - codes[index]!));
  return codes.length > 1 && steps.size === 1 && [-1, 0, 1].includes([...steps][0]!);
}
