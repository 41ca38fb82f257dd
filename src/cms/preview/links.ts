import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../../platform/db/connect';
import { NotFound } from '../../platform/http/errors';
import { record, SYSTEM, type Actor } from '../../platform/history/record';
import type { PageRow } from '../pages/queries';
import { insertPreviewLink, updateFirstUse, updateRevoked, type OpenPreviewLink } from './queries';

interface Deps { readonly db: Db; readonly now: () => Date }

const DAY = 24 * 60 * 60 * 1_000;

/**
 * A link that shows the page's newest revision to whoever has it, without an account. Gives its token, which is written down
 * nowhere: the database keeps a hash (security rule 32).
 */
export async function makePreviewLink({ db, now }: Deps, actor: Actor, page: PageRow, days: number): Promise<{ token: string; expiresAt: Date }> {
  const at = now();
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(at.getTime() + days * DAY);
  await db.transaction(async (trx) => {
    const link = await insertPreviewLink(trx, { pageId: page.id, tokenHash: hashOfLink(token), createdBy: actor.userId, createdAt: at, expiresAt });
    await record(trx, at, actor, entry('page.preview-link-made', page, { link, until: expiresAt.toISOString() }));
  });
  return { token, expiresAt };
}

/** From now on the link opens nothing. @throws NotFound when the page has no such link */
export async function revokePreviewLink({ db, now }: Deps, actor: Actor, page: PageRow, link: number): Promise<void> {
  const at = now();
  await db.transaction(async (trx) => {
    if (!(await updateRevoked(trx, page.id, link, at))) throw new NotFound('There is no such link.');
    await record(trx, at, actor, entry('page.preview-link-revoked', page, { link }));
  });
}

/** Who has the link is not known: history says that somebody did follow it, once. */
export async function noteFirstUse({ db, now }: Deps, actor: Pick<Actor, 'requestId' | 'remoteAddress'>, page: PageRow, { id, firstUsedAt }: OpenPreviewLink): Promise<void> {
  if (firstUsedAt !== null) return;
  const at = now();
  await db.transaction(async (trx) => {
    if (await updateFirstUse(trx, id, at)) await record(trx, at, { ...SYSTEM, ...actor }, entry('page.preview-link-followed', page, { link: id }));
  });
}

export function hashOfLink(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function entry(action: string, page: PageRow, detail: Record<string, unknown>) {
  return { action, objectType: 'page', objectId: String(page.id), siteId: page.siteId, detail: { title: page.title, ...detail } };
}
