import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { createLimiter } from '../../platform/http/rate-limit';
import { normalEmail } from '../user';

const HOUR = 60 * 60;

export interface ResetLimits {
  /** Null, or the seconds to wait. `network`: as `networkKey` gives it. */
  attempt(email: string, network: string): Promise<number | null>;
}

/** Security rule 2.9: 3 an hour for an account, wherever they come from, and 10 an hour from an address. Unknown accounts count alike. */
export function resetLimits(pool: Pool): ResetLimits {
  const account = createLimiter(pool, { name: 'reset', points: 3, seconds: HOUR });
  const address = createLimiter(pool, { name: 'reset-address', points: 10, seconds: HOUR });
  return {
    async attempt(email, network) {
      const wait = await address.take(network);
      return wait ?? account.take(createHash('sha256').update(normalEmail(email)).digest('base64url').slice(0, 22));
    },
  };
}
