import { isZone } from '../../../src/platform/dates';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { registrations } from '../../../src/site/index';

let database: TestDatabase;
beforeAll(async () => { database = await createTestDatabase(); });
afterAll(() => database.close());

/** Old names that JavaScript knows; what is left of them has to be known to both, and mean the same. */
const ALIASES = ['VST', 'PLT', 'CTT', 'NET', 'AET', 'IST', 'BST', 'EST', 'GMT', 'SystemV/AST4', 'US/Pacific-New', 'Canada/East-Saskatchewan', 'Asia/Calcutta', 'America/Godthab'];

/** Lists ask the database what day it is at a place: a name that it does not know would be an error there. */
test('every zone that an editor may name is one that the database knows', async () => {
  const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'Etc/GMT+7', 'asia/bangkok', ...ALIASES].filter(isZone);
  expect(zones.length).toBeGreaterThan(400);
  const { rows } = await database.db.raw<{ rows: { zone: string; day: string }[] }>(
    "select zone, (timestamptz '2026-11-14 17:00Z' at time zone zone)::date::text as day from unnest(?::text[]) zone", [zones],
  );
  expect(rows).toHaveLength(zones.length);
  expect(rows.find(({ zone }) => zone === 'Asia/Bangkok')!.day).toBe('2026-11-15');
  expect(rows.find(({ zone }) => zone === 'Etc/GMT+7')!.day).toBe('2026-11-14'); // seven hours behind, whatever it looks like
});

test.each(['local', 'system', 'default', 'UTC+7', '+07:00', 'Asia/Nowhere', 'VST', 'PLT', 'CTT', 'IST', 'BST', 'SystemV/AST4', 'US/Pacific-New', "UTC'; drop table pages"])('an event cannot be in the zone %s', (zone) => {
  const { fields } = registrations.pageTypes.find(({ key }) => key === 'event')!;
  expect(fields.timeZone!.schema.safeParse(zone).success).toBe(false);
});
