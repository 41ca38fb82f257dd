import type { Pool } from 'pg';
import { networkKey } from '../../platform/http/network-key';
import { createLimiter } from '../../platform/http/rate-limit';

const MINUTE = 60;

/** Null, or the seconds to wait. */
export type TakeSubmission = (address: string | undefined) => Promise<number | null>;

/** From one address 5 submissions in 10 minutes and 30 a day, over all forms: what is refused as incomplete does not count. */
export function submissionLimit(pool: Pool): TakeSubmission {
  const burst = createLimiter(pool, { name: 'form', points: 5, seconds: 10 * MINUTE });
  const daily = createLimiter(pool, { name: 'form-day', points: 30, seconds: 24 * 60 * MINUTE });
  return async (address) => {
    const key = networkKey(address);
    return await burst.take(key) ?? daily.take(key);
  };
}
