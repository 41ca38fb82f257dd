import { z } from 'zod';
import type { Db } from '../src/platform/db/connect';
import { replaceRoles, upsertPerson } from '../src/site/people/queries';
import { upsertGroup } from '../src/site/standards/queries';
import { rfcRecord } from '../src/site/standards/rfc-record';
import { upsertRfcs } from '../src/site/standards/rfc-store-queries';
import { readJson } from './demo-files';

const numbers = z.array(z.number().int().positive());
const standards = z.strictObject({
  rfcs: z.array(z.strictObject({
    number: z.number().int().positive(), title: z.string(), status: z.string(), stream: z.string(), date: z.string().regex(/^\d{4}-\d{2}$/),
    authors: z.array(z.string()), group: z.string().nullable(), draft: z.string().nullable(), series: z.array(z.string()),
    obsoletes: numbers, obsoletedBy: numbers, updates: numbers, updatedBy: numbers, abstract: z.string().nullable(),
    day: z.number().int().nullable().default(null), publishedStatus: z.string().nullable(), pages: z.number().int().nullable(), formats: z.array(z.string()), doi: z.string(),
  })),
  numbersNotIssued: numbers,
  groups: z.array(z.strictObject({
    acronym: z.string(), name: z.string(), type: z.string(), state: z.string(), area: z.string().nullable(), list: z.string().nullable(), description: z.string().nullable(),
  })),
  people: z.array(z.strictObject({ slug: z.string(), name: z.string(), role: z.string().nullable(), about: z.string().nullable(), invented: z.boolean() })),
});

/** By slug: kept beside the page that lists them. */
const roles = z.record(z.string(), z.array(z.strictObject({
  title: z.string(), body: z.string().nullable(), group: z.string().nullable(), startedOn: z.iso.date().nullable(), endedOn: z.iso.date().nullable(),
})));

/** Facts that others own, enough of them for every reference of the demonstration. */
export async function loadStandards(db: Db): Promise<void> {
  const { rfcs, numbersNotIssued, groups, people } = standards.parse(readJson('standards.json'));
  for (const group of groups) await upsertGroup(db, group);
  await upsertRfcs(db, rfcs.map(rfcRecord), { notIssued: numbersNotIssued });
  for (const person of people) await upsertPerson(db, person);
  for (const [slug, list] of Object.entries(roles.parse(readJson('people/roles.json')))) await replaceRoles(db, slug, list);
}
