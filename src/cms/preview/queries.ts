import type { Db } from '../../platform/db/connect';

export interface NewPreviewLink {
  readonly pageId: number;
  readonly tokenHash: string;
  readonly createdBy: number | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertPreviewLink(trx: Db, link: NewPreviewLink): Promise<number> {
  const rows = await trx('previewLinks').insert(link).returning<{ id: number }[]>('id');
  return rows[0]!.id;
}

export interface ListedPreviewLink {
  readonly id: number;
  /** Null: the account is gone. */
  readonly createdByName: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly firstUsedAt: Date | null;
}

/** Those of a page that still open, the newest first. */
export async function listPreviewLinks(db: Db, pageId: number, now: Date): Promise<ListedPreviewLink[]> {
  return db('previewLinks as l').leftJoin('users as u', 'u.id', 'l.createdBy').where('l.pageId', pageId).whereNull('l.revokedAt').where('l.expiresAt', '>', now)
    .orderBy('l.id', 'desc').limit(100).select<ListedPreviewLink[]>('l.id', 'u.name as createdByName', 'l.createdAt', 'l.expiresAt', 'l.firstUsedAt');
}

export interface OpenPreviewLink {
  readonly id: number;
  readonly pageId: number;
  readonly expiresAt: Date;
  readonly firstUsedAt: Date | null;
}

/** A link that opens its page now: neither revoked nor over, and the page is not in the trash. */
export async function findOpenLink(db: Db, tokenHash: string, now: Date): Promise<OpenPreviewLink | undefined> {
  return db('previewLinks as l').join('pages as p', 'p.id', 'l.pageId').where('l.tokenHash', tokenHash).whereNull('l.revokedAt').where('l.expiresAt', '>', now)
    .whereNull('p.trashedAt').where('p.ancestorTrashed', false).first<OpenPreviewLink | undefined>('l.id', 'l.pageId', 'l.expiresAt', 'l.firstUsedAt');
}

/** Of several at once one is the first: true for that one. */
export async function updateFirstUse(trx: Db, id: number, now: Date): Promise<boolean> {
  return (await trx('previewLinks').where({ id }).whereNull('firstUsedAt').update({ firstUsedAt: now })) === 1;
}

/** False when the page has no such link, or somebody revoked it before. */
export async function updateRevoked(trx: Db, pageId: number, id: number, now: Date): Promise<boolean> {
  return (await trx('previewLinks').where({ id, pageId }).whereNull('revokedAt').update({ revokedAt: now })) === 1;
}
