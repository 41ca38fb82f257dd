import type { Db } from '../../platform/db/connect';
import type { ReferenceKind, ReferenceTarget } from '../reference-kind';
import { parseReference, referenceId } from './uri';

export type Targets = ReadonlyMap<string, ReferenceTarget>;
type Kinds = ReadonlyMap<string, ReferenceKind>;

/**
 * Resolve references of all kinds at once: one query for those in the content, one more only if their targets
 * hold references themselves (a call to action links a page). What is missing or not public has no entry.
 * Keyed by URI without fragment. `gateId`: the private part of the tree that the reader may see besides. `previewed`: the page that is looked
 * at before its readers see it.
 */
export async function resolveReferences(
  db: Db, kinds: Kinds, uris: readonly string[], now: Date, gateId: number | null = null, previewed: number | null = null,
): Promise<Targets> {
  const reader = { now, gateId, previewed };
  const targets = await resolveOnce(db, kinds, uris, reader);
  const inner = [...targets.values()].flatMap((target) => target.inner).filter((uri) => !targets.has(uri));
  if (inner.length === 0) return targets;
  return new Map([...await resolveOnce(db, kinds, inner, reader), ...targets]);
}

interface Reader {
  readonly now: Date;
  readonly gateId: number | null;
  readonly previewed: number | null;
}

async function resolveOnce(db: Db, kinds: Kinds, uris: readonly string[], reader: Reader): Promise<Map<string, ReferenceTarget>> {
  const keysByKind = group(kinds, uris);
  const targets = new Map<string, ReferenceTarget>();
  for (const [kind, keys] of keysByKind) {
    if (kind.select === null) keys.forEach((key) => targets.set(`${kind.kind}:${key}`, kind.target(key, null)));
  }
  for (const { kind, key, data } of await selectRows(db, keysByKind, reader)) {
    targets.set(`${kind}:${key}`, kinds.get(kind)!.target(key, data));
  }
  return targets;
}

function group(kinds: Kinds, uris: readonly string[]): Map<ReferenceKind, string[]> {
  const keysByKind = new Map<ReferenceKind, Set<string>>();
  for (const uri of uris) {
    const reference = parseReference(uri);
    const kind = reference && kinds.get(reference.kind);
    const key = kind?.parseKey(reference!.key);
    if (!kind || key === undefined) continue;
    keysByKind.set(kind, (keysByKind.get(kind) ?? new Set()).add(key));
  }
  return new Map([...keysByKind].map(([kind, keys]) => [kind, [...keys]]));
}

interface Row {
  kind: string;
  key: string;
  data: unknown;
}

async function selectRows(db: Db, keysByKind: Map<ReferenceKind, string[]>, { now, gateId, previewed }: Reader): Promise<Row[]> {
  const parts = [...keysByKind].flatMap(([{ select }, keys]) => (select ? [{ sql: select.sql, bindings: select.bindings(keys, now, gateId, previewed) }] : []));
  if (parts.length === 0) return [];
  const sql = parts.map((part) => `(${part.sql})`).join(' union all ');
  const result = await db.raw<{ rows: Row[] }>(sql, parts.flatMap((part) => [...part.bindings]) as string[]);
  return result.rows;
}

/** The target of a URI, with its fragment in the url. */
export function targetOf(targets: Targets, kinds: Kinds, uri: string): ReferenceTarget | undefined {
  const reference = parseReference(uri);
  const key = reference && kinds.get(reference.kind)?.parseKey(reference.key);
  const target = key === undefined ? undefined : targets.get(referenceId({ ...reference!, key }));
  if (!target?.url || !reference?.fragment) return target;
  return { ...target, url: `${target.url}#${reference.fragment}` };
}
