import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { networkKey } from '../../platform/http/network-key';
import { createLimiter } from '../../platform/http/rate-limit';
import { normalEmail } from '../user';

const MINUTE = 60;

export interface SignInLimits {
  /** Count an attempt before its password is looked at, so that many at once cannot slip through. Null, or the seconds to wait. */
  attempt(email: string, address: string | undefined): Promise<number | null>;
  /** It was the right password: only failures count. */
  succeeded(email: string, address: string | undefined): Promise<void>;
}

/** Security rule 2.9: 10 failures in 15 minutes for an account from an address, then one a minute; 100 a day for an address. */
export function signInLimits(pool: Pool): SignInLimits {
  const burst = createLimiter(pool, { name: 'sign-in', points: 10, seconds: 15 * MINUTE });
  const slow = createLimiter(pool, { name: 'sign-in-slow', points: 1, seconds: MINUTE });
  const daily = createLimiter(pool, { name: 'sign-in-day', points: 100, seconds: 24 * 60 * MINUTE });

  return {
    async attempt(email, address) {
      const key = accountKey(email, address);
      const [inBurst, inMinute] = await Promise.all([burst.take(key), slow.take(key)]);
      const wait = inBurst === null ? null : inMinute;
      // What was refused already does not use up the day of everybody else behind this address.
      return wait ?? daily.take(networkKey(address));
    },
    async succeeded(email, address) {
      const key = accountKey(email, address);
      await Promise.all([burst.forget(key), slow.forget(key), daily.giveBack(networkKey(address))]);
    },
  };
}

/** Hashed: the table need not tell whose accounts are being tried. */
function accountKey(email: string, address: string | undefined): string {
  return createHash('sha256').update(`${normalEmail(email)}\n${networkKey(address)}`).digest('base64url').slice(0, 22);
}
