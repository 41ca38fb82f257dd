import { z } from 'zod';
import { contentFromPortable, contentSchema, mapContentReferences, parseContent } from '../src/cms/content';
import { countedIds, portable } from '../src/cms/portable';
import { upsertSnippet } from '../src/cms/snippets/queries';
import { readJson } from './demo-files';
import type { SeedDeps } from './load';
import { translator, type Known } from './references';

const snippets = z.record(z.string(), z.array(z.strictObject({ key: z.string(), content: z.record(z.string(), z.unknown()) })));

/** Calls to action, sign-ups, topics, glossary terms, sponsors. */
export async function loadSnippets(deps: SeedDeps, known: Known): Promise<void> {
  const translate = translator(known);
  for (const [typeName, entries] of Object.entries(snippets.parse(readJson('snippets.json')))) {
    const type = deps.registry.snippetTypes.get(typeName);
    if (!type) throw new Error(`snippets.json holds ${typeName}, which is no snippet type`);
    for (const { key, content: values } of entries) {
      const content = mapContentReferences(type.fields, contentFromPortable(type.fields, values, portable(countedIds())), translate);
      parseContent(contentSchema(type.fields), content);
      await upsertSnippet(deps.db, deps.now(), { type: typeName, key, title: type.title(content), content });
    }
  }
}
