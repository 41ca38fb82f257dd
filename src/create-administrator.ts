import { randomBytes } from 'node:crypto';
import { ensureFirstAdministrator, type FirstAdministrator } from './accounts/first-administrator';
import { hashPassword } from './accounts/passwords';
import { ADMINISTRATORS } from './accounts/preset-groups';
import { findCredentials, insertMembership, insertUser } from './accounts/queries';
import { normalEmail } from './accounts/user';
import type { Deps } from './build-deps';
import { record, SYSTEM } from './platform/history/record';
import { Refusal } from './platform/refusal';

/**
 * The first administrator, or one more: whoever can run this command can help those who forgot their password.
 * @throws Refusal when the address has an account already
 */
export async function createAdministrator(deps: Deps, email: string): Promise<FirstAdministrator> {
  const given = { email: normalEmail(email), password: deps.config.admin.password };
  return (await ensureFirstAdministrator(deps, given)) ?? addAdministrator(deps, given);
}

async function addAdministrator({ db, now }: Deps, given: { email: string; password: string | null }): Promise<FirstAdministrator> {
  const { email } = given;
  const password = given.password ?? randomBytes(15).toString('base64url');
  const passwordHash = await hashPassword(password);
  await db.transaction(async (trx) => {
    if (await findCredentials(trx, email)) throw new Refusal(`${email} has an account already: give another address.`);
    const id = await insertUser(trx, { email, name: 'Administrator', passwordHash, createdAt: now() });
    await insertMembership(trx, id, ADMINISTRATORS);
    await record(trx, now(), SYSTEM, { action: 'user.made-administrator', objectType: 'user', objectId: String(id), siteId: null });
  });
  return { email, password: given.password === null ? password : null };
}
