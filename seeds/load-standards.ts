import { z } from 'zod';
import type { Db } from '../src/platform/db/connect';
import { upsertPerson } from '../src/site/people/queries';
import { upsertGroup, upsertRfc } from '../src/site/standards/queries';
import { readJson } from './demo-files';

const numbers = z.array(z.number().int().positive());
const standards = z.strictObject({
  rfcs: z.array(z.strictObject({
    number: z.number().int().positive(), title: z.string(), status: z.string(), stream: z.string(), date: z.string().regex(/^\d{4}-\d{2}$/),
    authors: z.array(z.string()), group: z.string().nullable(), draft: z.string().nullable(), series: z.array(z.string()),
    obsoletes: numbers, obsoletedBy: numbers, updates: numbers, updatedBy: numbers, abstract: z.string().nullable(),
  })),
  groups: z.array(z.strictObject({
    acronym: z.string(), name: z.string(), type: z.string(), state: z.string(), area: z.string().nullable(), list: z.string().nullable(), description: z.string().nullable(),
  })),
  people: z.array(z.strictObject({ slug: z.string(), name: z.string(), role: z.string().nullable(), about: z.string().nullable(), invented: z.boolean() })),
});

/** Facts that others own, enough of them for every reference of the demonstration. */
export async function loadStandards(db: Db): Promise<void> {
  const { rfcs, groups, people } = standards.parse(readJson('standards.json'));
  const known = new Set(groups.map(({ acronym }) => acronym));
  for (const group of groups) await upsertGroup(db, group);
  for (const rfc of rfcs) await upsertRfc(db, { ...rfc, group: rfc.group !== null && known.has(rfc.group) ? rfc.group : null });
  for (const person of people) await upsertPerson(db, person);
}
