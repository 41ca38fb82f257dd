import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../platform/db/connect';
import { insertToken } from './token-queries';

/** What a mailed link is good for. Stored. */
export type TokenPurpose = 'password-reset' | 'invitation';

const HOUR = 60 * 60 * 1_000;

/** In milliseconds, from the moment the mail is made. */
export const LIFETIMES: Readonly<Record<TokenPurpose, number>> = { 'password-reset': HOUR, invitation: 7 * 24 * HOUR };

/** Security rule 32: 32 random bytes. The database keeps their hash, so that reading it lets nobody in. Gives the token. */
export async function issueToken(trx: Db, at: Date, { userId, purpose }: { userId: number; purpose: TokenPurpose }): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertToken(trx, { tokenHash: hashOfToken(token), purpose, userId, createdAt: at, expiresAt: new Date(at.getTime() + LIFETIMES[purpose]) });
  return token;
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
