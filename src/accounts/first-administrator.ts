import { randomInt } from 'node:crypto';
import type { Db } from '../platform/db/connect';
import { record, SYSTEM } from '../platform/history/record';
import { hashPassword } from './passwords';
import { ADMINISTRATORS, presetGroups } from './preset-groups';
import { findCredentials, hasMembers, insertGroupUnlessThere, insertMembership, insertUser, lockFirstAdministrator } from './queries';
import { normalEmail } from './user';

export interface FirstAdministrator {
  email: string;
  /** To be shown once. Null when the operator gave it, or the account had one. */
  password: string | null;
}

/**
 * The preset groups and, if nobody is an administrator yet, one with this address (or `admin@localhost`) and password
 * (or a random one). Gives null when there was one. Any number of processes may call it at the same moment.
 * @throws Error when the given password is too short or too long
 */
export async function ensureFirstAdministrator(
  { db, now }: { db: Db; now: () => Date }, { email, password }: { email: string | null; password: string | null },
): Promise<FirstAdministrator | null> {
  return db.transaction(async (trx) => {
    await lockFirstAdministrator(trx);
    for (const group of presetGroups) await insertGroupUnlessThere(trx, group);
    if (await hasMembers(trx, ADMINISTRATORS)) return null;
    return makeAdministrator(trx, now(), normalEmail(email ?? 'admin@localhost'), password);
  });
}

async function makeAdministrator(trx: Db, at: Date, email: string, given: string | null): Promise<FirstAdministrator> {
  const known = await findCredentials(trx, email);
  const password = given ?? randomPassword();
  const id = known?.id ?? await insertUser(trx, { email, name: 'Administrator', passwordHash: await hashPassword(password), createdAt: at });
  await insertMembership(trx, id, ADMINISTRATORS);
  await record(trx, at, SYSTEM, { action: 'user.made-administrator', objectType: 'user', objectId: String(id), siteId: null });
  return { email, password: known || given !== null ? null : password };
}

/** Without 0 and o, 1, i and l: it is copied from a terminal by eye. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** Five groups of four: 99 bits. */
function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}
