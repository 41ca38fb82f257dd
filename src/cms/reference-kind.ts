import type { RecordBox } from './pages/view-parts';

/**
 * A reference is a URI in content: `page:42#anchor`, `rfc:9110`, `image:9`, `https://…`.
 * A kind says how the part after the colon is written and how many of them are resolved at once.
 * Kinds with outside targets (https, mailto) need no query.
 */
export interface ReferenceKind {
  /** The scheme, in lower case: `rfc`. */
  readonly kind: string;
  readonly label: string;
  /** How a citation of it appears in running text: a chip of its own, or the words that somebody wrote. */
  readonly inline: 'chip' | 'link' | 'none';
  /** Printed for a target that is gone, where its key would say who it was. Left out: the key. */
  readonly missing?: string;
  /** Entries of the bibliography at the page's end. */
  readonly bibliographic: boolean;
  /** The key in its one true spelling (`0009110` → `9110`), or undefined where it cannot be one. */
  parseKey(key: string): string | undefined;
  /**
   * One SELECT with the columns `kind`, `key` (text) and `data` (jsonb), one row for each target that exists
   * and that a visitor may see. All kinds of a page are united into one query.
   * `gateId`: the private part of the tree that the reader may see besides what is public. `previewed`: a page that is looked at before its
   * readers see it, with the files that will be theirs. Null for kinds that need no database.
   */
  select: { sql: string; bindings(keys: string[], now: Date, gateId: number | null, previewed?: number | null): readonly unknown[] } | null;
  /** What views and serialisers get. `data` is the row's; for kinds without a query it is null. */
  target(key: string, data: unknown): ReferenceTarget;
  /** How the site's search finds targets of this kind; left out: it does not. */
  readonly search?: ReferenceSearch;
  /** How staff find a target while they type, in choosers and in a text; left out: nobody is offered one. */
  readonly complete?: ReferenceCompletion;
}

/** What somebody has typed so far, in several shapes. */
export interface Typed {
  /** Trimmed; '' before the first letter. */
  readonly text: string;
  /** The same in lower case, as a pattern of `like` for what begins with it. */
  readonly beginning: string;
  /** Its words in lower case, each as a pattern of `like` for what has it anywhere. None of a text without words. */
  readonly words: readonly string[];
  /** For `to_tsquery('public.site_exact', …)`: words of a title or a name, the last one unfinished; '' finds nothing. */
  readonly query: string;
  readonly siteId: number;
  readonly now: Date;
  /** Pages that the person may see besides those that everybody may: 'all', or the roots of subtrees. */
  readonly visible: 'all' | readonly number[];
  readonly limit: number;
}

export interface ReferenceCompletion {
  /**
   * One SELECT of at most `limit` rows with the columns `kind`, `key` (text), `data` (jsonb, as `select` has it) and `rank` (real: 3 is
   * called so, 2 begins so, 1 has it). Kinds that are asked together are united into one query. Null: nothing to ask.
   */
  select(typed: Typed): { readonly sql: string; readonly bindings: readonly unknown[] } | null;
  /** A key that is right as it was typed, whether anybody knows it or not. */
  asTyped?(text: string): string | undefined;
  /** Somebody: what `@` looks for. */
  readonly people?: true;
  /** A word or two beside its name: "Obsolete", "Draft". */
  status?(data: unknown): string | null;
}

export interface ReferenceSearch {
  /**
   * One SELECT of every target that has an address, with the columns `key` (text), `title`, `names` (text[]: what one may also call
   * it, such as an abbreviation), `summary` (text or null, printed), `keywords` (text or null: people, topics; found, not printed),
   * `body` (text), `terms` (text[], references such as its topics), `date` (date or null), `status` ('current', or what is printed beside it)
   * and `boost` (real; an ordinary page has 1). Null for kinds that have nothing but short cuts.
   */
  readonly sql: string | null;
  /** Its targets belong to collections, which may be private: `sql` has the column `collection_id` (integer or null) as well. */
  readonly inCollections?: true;
  /** The page type whose page carries their addresses: without a public one none of them is found. */
  readonly home: string | null;
  /** The key that a query names outright (`rfc9110`, "RFC 9110"): that target comes first. The query is trimmed and in lower case. */
  shortcut?(query: string): string | undefined;
  /** The target as a packet, which is how a short cut shows it; null: as an ordinary result. */
  box?(target: ReferenceTarget): RecordBox | null;
}

/** What a resolved reference shows. */
export interface ReferenceTarget {
  readonly kind: string;
  readonly key: string;
  /** "RFC 9110", "quic", "About RFCs". */
  readonly label: string;
  /** The long name: title of the RFC, name of the group; null where label says it all. */
  readonly title: string | null;
  /** Root-relative for our own, absolute elsewhere; null when there is nothing to link to. */
  readonly url: string | null;
  /** One line about it: status and date, state and area. */
  readonly detail: string | null;
  /** For kinds that carry more (images: files and sizes; call to action: its texts). */
  readonly data: unknown;
  /** References inside the target (a call to action links a page): resolved too, one level deep. */
  readonly inner: readonly string[];
}
