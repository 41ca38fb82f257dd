import type { Db } from '../platform/db/connect';
import { record, SYSTEM } from '../platform/history/record';
import { hashPassword } from './passwords';
import { presetGroups } from './preset-groups';
import { findCredentials, insertGroupUnlessThere, insertMembership, insertUser } from './queries';

/** Invented, like their addresses. By group. */
const PEOPLE: Readonly<Record<string, { email: string; name: string }>> = {
  administrators: { email: 'administrator@example.org', name: 'Maren Oduya' },
  publishers: { email: 'publisher@example.org', name: 'Ilse Tanaka' },
  editors: { email: 'editor@example.org', name: 'Tomas Brandvold' },
  contributors: { email: 'contributor@example.org', name: 'Priya Raman' },
  viewers: { email: 'viewer@example.org', name: 'Joaquim Vale' },
};

/**
 * One person in each of the groups that a site begins with, all with this password: for demonstrations, and only when the
 * operator asks for it. Those who are there already stay as they are.
 */
export async function ensureDemoPeople({ db, now }: { db: Db; now: () => Date }, password: string): Promise<void> {
  await db.transaction(async (trx) => {
    for (const group of presetGroups) {
      await insertGroupUnlessThere(trx, group);
      const person = PEOPLE[group.key];
      if (!person || (await findCredentials(trx, person.email))) continue;
      const id = await insertUser(trx, { ...person, passwordHash: await hashPassword(password), createdAt: now() });
      await insertMembership(trx, id, group.key);
      await record(trx, now(), SYSTEM, { action: 'user.made-for-demonstration', objectType: 'user', objectId: String(id), siteId: null });
    }
  });
}
