import { ensureFirstAdministrator } from '../../src/accounts/first-administrator';
import { may } from '../../src/accounts/permissions';
import { findCurrentUser } from '../../src/accounts/queries';
import { authenticate } from '../../src/accounts/sign-in/authenticate';
import type { Db } from '../../src/platform/db/connect';
import { createTestDatabase, type TestDatabase } from '../support/database';

const NOTHING_GIVEN = { email: null, password: null };
const now = (): Date => new Date('2026-11-22T17:40:00Z');

let database: TestDatabase;
let db: Db;
beforeEach(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterEach(() => database.close());

test('the first start makes an administrator who may do everything, with a random password', async () => {
  const made = await ensureFirstAdministrator({ db, now }, NOTHING_GIVEN);
  expect(made?.email).toBe('admin@localhost');
  expect(made?.password).toMatch(/^([2-9a-hjkmnp-z]{4}-){4}[2-9a-hjkmnp-z]{4}$/);

  const user = await authenticate(db, 'admin@localhost', made!.password!);
  expect(user && may(user, 'manage', { area: 'users' })).toBe(true);
  expect(await db('userGroups').pluck('key')).toHaveLength(5);
});

test('it happens once, however many processes start at the same moment', async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => ensureFirstAdministrator({ db, now }, NOTHING_GIVEN)));
  expect(made.filter((one) => one !== null)).toHaveLength(1);
  expect(await ensureFirstAdministrator({ db, now }, { email: 'other@example.org', password: null })).toBeNull();
  expect(await db('users').pluck('email')).toEqual(['admin@localhost']);
});

test('a given password is used and not told', async () => {
  const made = await ensureFirstAdministrator({ db, now }, { email: 'Chief@Example.org', password: 'given by the operator' });
  expect(made).toEqual({ email: 'chief@example.org', password: null });
  expect(await authenticate(db, 'chief@example.org', 'given by the operator')).toBeTruthy();
});

test('a password that is too short is refused, and nothing is left behind', async () => {
  await expect(ensureFirstAdministrator({ db, now }, { email: null, password: 'short' })).rejects.toThrow('8 to 128 characters');
  expect(await db('users')).toEqual([]);
  expect(await db('userGroups')).toEqual([]);
});

test('groups that somebody changed stay as they are', async () => {
  await ensureFirstAdministrator({ db, now }, NOTHING_GIVEN);
  const editors = await db('userGroups').where('key', 'editors').first<{ id: number }>('id');
  await db('grants').where({ groupId: editors.id, verb: 'trash' }).del();
  await ensureFirstAdministrator({ db, now }, NOTHING_GIVEN);
  expect(await db('grants').where({ groupId: editors.id, verb: 'trash' })).toEqual([]);
});

test('what the database knows of a person is one reading', async () => {
  await ensureFirstAdministrator({ db, now }, NOTHING_GIVEN);
  const { id } = await db('users').first<{ id: number }>('id');
  expect(await findCurrentUser(db, id)).toMatchObject({ name: 'Administrator', active: true, sessionEpoch: 1, groups: [{ key: 'administrators', name: 'Administrators' }] });
});
