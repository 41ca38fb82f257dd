import { contentFromPortable, contentSchema, draftSchema, emptyContent, listContentReferences } from '../../src/cms/content';
import { countedIds, portable } from '../../src/cms/portable';
import type { Fields } from '../../src/cms/field';
import { buildRegistry } from '../../src/cms/registry';
import { parseReference } from '../../src/cms/references/uri';
import { registrations } from '../../src/site/index';

const registry = buildRegistry(registrations);

test('no two things share a key, and every snippet type is a kind of reference', () => {
  expect(registry.pageTypes.size).toBe(registrations.pageTypes.length);
  expect([...registry.snippetTypes.keys()].filter((type) => !registry.referenceKinds.has(type))).toEqual([]);
});

test('parents and children are types that exist, and every type has a place', () => {
  for (const { key, parents, children } of registrations.pageTypes) {
    for (const other of [parents, children].flat().filter((name) => !['any', 'top'].includes(name))) {
      expect([key, other, registry.pageTypes.has(other)]).toEqual([key, other, true]);
    }
  }
});

describe.each([...registrations.pageTypes.map((type) => [type.key, type] as const), ...registrations.snippetTypes.map((type) => [type.type, type] as const)])('%s', (_key, type) => {
  test('has an example that may be published', () => {
    expect(contentSchema(type.fields).parse(type.example)).toEqual(type.example);
  });

  test('has an example that needs nothing else to exist', () => {
    const outside = listContentReferences(variable(type.fields), type.example).filter((uri) => !['https', 'mailto'].includes(parseReference(uri)!.kind));
    expect(outside).toEqual([]);
  });

  test('may be saved empty as a draft', () => {
    const empty = emptyContent(type.fields);
    expect(draftSchema(type.fields).safeParse(empty).success).toBe(true);
    expect(contentFromPortable(type.fields, {}, portable(countedIds()))).toEqual(empty);
  });
});

/** Without what the type itself always refers to. */
function variable(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, { kind }]) => kind !== 'fixed-references'));
}
