import type { Request, RequestHandler } from 'express';
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequests } from './errors';
import { networkKey } from './network-key';

/** So many in so many seconds, counted from the first. */
export interface Limit {
  /** Stored: the beginning of its keys in the table `rate_limits`. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

export interface Limiter {
  /** Count one, or more. Gives null if it was allowed, else the seconds to wait. */
  take(key: string, points?: number): Promise<number | null>;
  /** Uncount one: it turned out not to be what is limited. */
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

/**
 * A limit that all processes share. While the database does not answer, each process counts for itself, so that a
 * limit neither stops readers nor disappears.
 */
export function createLimiter(pool: Pool, { name, points, seconds }: Limit): Limiter {
  const limits = { keyPrefix: name, points, duration: seconds };
  const limiter = new RateLimiterPostgres({
    ...limits, storeClient: pool, storeType: 'pool', tableName: 'rate_limits',
    tableCreated: true, // by a migration: the application's role may not create tables
    insuranceLimiter: new RateLimiterMemory(limits),
  });

  return {
    async take(key, taken = 1) {
      try {
        await limiter.consume(key, taken);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
        throw refusal;
      }
    },
    async giveBack(key) { await limiter.reward(key); },
    async forget(key) { await limiter.delete(key); },
  };
}

/** Refuse what comes too often from one address. @throws TooManyRequests with Retry-After */
export function limitByAddress(limiter: Limiter): RequestHandler {
  return limitBy(limiter, (req) => networkKey(req.ip));
}

/** The same by another key: the session, the account, address and form. */
export function limitBy(limiter: Limiter, keyOf: (req: Request) => string): RequestHandler {
  return async (req, _res, next) => {
    const wait = await limiter.take(keyOf(req));
    if (wait !== null) throw new TooManyRequests(wait);
    next();
  };
}
