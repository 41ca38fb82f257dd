import { z } from 'zod';
import { upsertPromotion } from '../src/cms/search/promotion-queries';
import { rebuildSearch } from '../src/cms/search/refresh';
import { readJson } from './demo-files';
import type { SeedDeps } from './load';
import { translator, type Known } from './references';

const promotions = z.array(z.strictObject({
  queries: z.array(z.string()).min(1), target: z.string(), title: z.string().nullable(), text: z.string().nullable(),
}));

/** What the search knows of RFCs, groups, people and terms, and what it recommends for some questions. */
export async function loadSearch({ db, now, registry }: SeedDeps, siteId: number, known: Known): Promise<void> {
  const translate = translator(known);
  for (const { queries, target, title, text } of promotions.parse(readJson('search.json'))) {
    for (const query of queries) await upsertPromotion(db, { siteId, query, target: translate(target), title, text });
  }
  await rebuildSearch(db, registry.referenceKinds, now());
}
