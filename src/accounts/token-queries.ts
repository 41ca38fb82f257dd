import type { Db } from '../platform/db/connect';
import type { TokenPurpose } from './tokens';

interface NewToken {
  readonly tokenHash: string;
  readonly purpose: TokenPurpose;
  readonly userId: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertToken(trx: Db, token: NewToken): Promise<void> {
  await trx('accountTokens').insert(token);
}

/** Whose link it is. */
export interface TokenOwner {
  readonly id: number;
  readonly email: string;
  readonly name: string;
}

/** Of a token that would still be taken. Somebody deactivated has none. */
export async function findTokenOwner(db: Db, purpose: TokenPurpose, tokenHash: string, now: Date): Promise<TokenOwner | undefined> {
  return db('accountTokens as t').join('users as u', 'u.id', 't.userId').where({ 't.purpose': purpose, 't.tokenHash': tokenHash, 'u.active': true })
    .where('t.expiresAt', '>', now).first<TokenOwner | undefined>('u.id', 'u.email', 'u.name');
}

/** Use a token up: of two requests at once one gets the person, the other undefined. */
export async function deleteTokenForUse(trx: Db, purpose: TokenPurpose, tokenHash: string, now: Date): Promise<TokenOwner | undefined> {
  const owner = await findTokenOwner(trx, purpose, tokenHash, now);
  if (!owner) return undefined;
  const used = await trx('accountTokens').where({ tokenHash, purpose }).where('expiresAt', '>', now).del();
  return used === 1 ? owner : undefined;
}

/** All links of one kind that somebody was sent. */
export async function deleteTokens(trx: Db, userId: number, purpose: TokenPurpose): Promise<void> {
  await trx('accountTokens').where({ userId, purpose }).del();
}

/** Of one kind: nobody can use them any more. (Invitations stay until they are sent again, so that their list can say that they expired.) */
export async function deleteExpiredTokens(db: Db, purpose: TokenPurpose, now: Date): Promise<void> {
  await db('accountTokens').where({ purpose }).where('expiresAt', '<=', now).del();
}
