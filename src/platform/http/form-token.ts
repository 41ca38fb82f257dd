import { createHmac } from 'node:crypto';
import { equalSecrets } from '../equal-secrets';

const HOUR = 60 * 60 * 1_000;

/** How long a form may lie open before it is sent, in milliseconds: one that signs somebody in, and one that took long to write. */
export const A_DAY = 24 * HOUR;
export const A_MONTH = 31 * 24 * HOUR;

export interface FormTokens {
  issue(): string;
  isValid(token: unknown, lifetime?: number): boolean;
}

/**
 * Signed time tokens for forms that people without a session may send (security rule 34): sign-in, contact. They say
 * that the form came from us and when. `secrets`: the first signs, all of them are believed.
 */
export function formTokens({ secrets, now }: { secrets: readonly string[]; now: () => Date }): FormTokens {
  const [newest] = secrets;
  if (newest === undefined) throw new Error('Form tokens need a secret');

  return {
    issue() {
      const time = now().getTime().toString(36);
      return `${time}.${sign(time, newest)}`;
    },
    isValid(token, lifetime = A_DAY) {
      const match = typeof token === 'string' ? /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(token) : null;
      const [, time = '', signature = ''] = match ?? [];
      if (!match || !secrets.some((secret) => equalSecrets(signature, sign(time, secret)))) return false;
      const age = now().getTime() - parseInt(time, 36);
      return age >= 0 && age <= lifetime;
    },
  };
}

function sign(time: string, secret: string): string {
  return createHmac('sha256', secret).update(`form token ${time}`).digest('base64url');
}
