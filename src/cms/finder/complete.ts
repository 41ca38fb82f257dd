import type { Db } from '../../platform/db/connect';
import { libraryPicture } from '../media/library-picture';
import { imageFactsOf } from '../media/picture';
import type { ReferenceKind, Typed } from '../reference-kind';
import { typed } from '../references/completion';
import { listCompletions, type CompletionRow } from './queries';

/** Something that may be cited, as choosers and the text editor offer it. */
export interface Completed {
  /** `rfc:9110` */
  readonly uri: string;
  readonly kind: string;
  /** "RFC 9110", "About RFCs" */
  readonly label: string;
  /** "HTTP Semantics"; null where the label says it all. */
  readonly title: string | null;
  /** Where it stands, who it is, what is in the file. */
  readonly detail: string | null;
  /** "Draft", "Obsolete": what somebody should know before citing it. */
  readonly status: string | null;
  /** Where readers find it; null where they do not. */
  readonly url: string | null;
  /** Address of a small square picture. */
  readonly thumb: string | null;
  /** Of images: what the library says of them for readers who cannot see them. */
  readonly alt?: string | null;
  readonly altDecision?: 'described' | 'decorative' | 'each-time' | null;
}

export interface Completing extends Omit<Typed, 'text' | 'beginning' | 'words' | 'query'> {
  readonly text: string;
  /** Schemes; null: the best of all that can stand in a text. */
  readonly kinds: readonly string[] | null;
  /** How many of the best are there already. */
  readonly offset?: number;
}

/** What somebody may mean, the best first. One query, whatever the number of kinds. */
export async function complete(db: Db, all: ReadonlyMap<string, ReferenceKind>, { kinds: names, text, offset = 0, ...search }: Completing): Promise<Completed[]> {
  const kinds = [...all.values()].filter((kind) => (names === null ? kind.inline !== 'none' : names.includes(kind.kind)));
  const what = typed(text, { ...search, limit: offset + search.limit });
  const parts = kinds.flatMap((kind) => kind.complete?.select(what) ?? []);
  const rows = parts.length === 0 ? [] : await listCompletions(db, parts);
  const known = mixed(rows, kinds).flatMap((row) => completedOf(all.get(row.kind)!, row));
  const asTyped = kinds.flatMap((kind) => asTypedOf(kind, what.text)).filter(({ uri }) => !known.some((one) => one.uri === uri));
  return [...asTyped, ...known].slice(offset, offset + search.limit);
}

/** The best of each kind before the second best of any, so that no kind is crowded out by one with many. */
function mixed(rows: readonly CompletionRow[], kinds: readonly ReferenceKind[]): CompletionRow[] {
  const order = new Map(kinds.map(({ kind }, index) => [kind, index]));
  const seen = new Map<string, number>();
  const placed = rows.map((row) => {
    const group = `${row.kind} ${row.rank}`;
    const place = seen.get(group) ?? 0;
    seen.set(group, place + 1);
    return { row, place };
  });
  placed.sort((one, other) => other.row.rank - one.row.rank || one.place - other.place || order.get(one.row.kind)! - order.get(other.row.kind)!);
  return placed.map(({ row }) => row);
}

function completedOf(kind: ReferenceKind, { key, data }: CompletionRow): Completed {
  const { label, title, detail, url, data: facts } = kind.target(key, data);
  return {
    uri: `${kind.kind}:${key}`, kind: kind.kind, label, title: title === null ? null : shortened(title), detail: detail === null ? null : shortened(detail),
    status: kind.complete?.status?.(data) ?? null, url, thumb: null, ...pictureIn(facts),
  };
}

/** Lists have one line for each. */
function shortened(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159).trimEnd()}…`;
}

function pictureIn(data: unknown): Partial<Completed> {
  const facts = imageFactsOf(data);
  return facts ? libraryPicture(facts) : {};
}

function asTypedOf(kind: ReferenceKind, text: string): Completed[] {
  const key = kind.complete?.asTyped?.(text);
  return key === undefined ? [] : [completedOf(kind, { kind: kind.kind, key, data: null, rank: 3 })];
}
