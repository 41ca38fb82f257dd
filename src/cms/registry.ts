import type { AnyPageType } from './page-type';
import type { ReferenceKind } from './reference-kind';
import type { TextMarkSource } from './references/text-marks';
import type { AnySnippetType } from './snippet-type';

/** Everything that the site adds to the engine, by key. Built once from the lists in `src/site/index.ts`. */
export interface Registry {
  readonly pageTypes: ReadonlyMap<string, AnyPageType>;
  readonly snippetTypes: ReadonlyMap<string, AnySnippetType>;
  readonly referenceKinds: ReadonlyMap<string, ReferenceKind>;
  readonly textMarks: readonly TextMarkSource[];
}

export interface Registrations {
  readonly pageTypes: readonly AnyPageType[];
  readonly snippetTypes: readonly AnySnippetType[];
  readonly referenceKinds: readonly ReferenceKind[];
  /** What is linked at its first mention in texts. */
  readonly textMarks?: readonly TextMarkSource[];
}

/** @throws Error when two things have the same key: one of them would silently win. */
export function buildRegistry({ pageTypes, snippetTypes, referenceKinds, textMarks = [] }: Registrations): Registry {
  return {
    pageTypes: byKey(pageTypes, (type) => type.key),
    snippetTypes: byKey(snippetTypes, (type) => type.type),
    referenceKinds: byKey(referenceKinds, (kind) => kind.kind),
    textMarks,
  };
}

function byKey<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const map = new Map(list.map((item) => [keyOf(item), item]));
  if (map.size !== list.length) throw new Error(`Two registrations share a key among ${list.map(keyOf).join(', ')}`);
  return map;
}

export function getPageType(registry: Registry, key: string): AnyPageType {
  const type = registry.pageTypes.get(key);
  if (!type) throw new Error(`No page type is registered as ${key}`);
  return type;
}
