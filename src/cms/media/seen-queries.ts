import type { Db } from '../../platform/db/connect';
import type { Typed } from '../reference-kind';
import { parseReference } from '../references/uri';
import { seenBy } from './media-completion';
import { parseMediaKey } from './media-key';
import type { ImageFacts } from './picture';

export type SeenImage = ImageFacts & { readonly title: string };

/** Images by references to them, also those that readers of the page do not see: but only of collections that the person may see. One query at most. */
export async function listSeenImages(db: Db, by: Pick<Typed, 'visible' | 'now'>, uris: readonly string[]): Promise<Map<string, SeenImage>> {
  const ids = new Map(uris.flatMap((uri) => {
    const reference = parseReference(uri);
    const key = reference?.kind === 'image' ? parseMediaKey(reference.key) : undefined;
    return key === undefined ? [] : [[uri, Number(key)] as const];
  }));
  if (ids.size === 0) return new Map();
  const seen = seenBy(by);
  const rows = await db('images as i').whereIn('i.id', [...ids.values()]).whereRaw(seen.sql, seen.bindings as string[])
    .select<{ data: SeenImage }[]>(db.raw('image_facts(i) as data'));
  const facts = new Map(rows.map(({ data }) => [data.id, data]));
  return new Map([...ids].flatMap(([uri, id]) => (facts.has(id) ? [[uri, facts.get(id)!] as const] : [])));
}
