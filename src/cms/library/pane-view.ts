import { whenIn } from '../explorer/when';
import type { Uses } from '../media/uses';
import { personOf } from './item-view';
import type { Kind } from './kinds';
import type { LibraryFacts } from './list-queries';
import { fieldsOf, listUrl, withQuery, type Listing } from './listing';
import type { LibraryRequest, Reader } from './request';
import type { Refused } from './section';
import type { ShownFile, ShownVersion } from './show-queries';
import { usesView } from './uses-view';
import type { FactView, PaneField, PaneView, VersionView } from './views';

export interface PaneRequest<File extends ShownFile, Facts extends LibraryFacts> {
  readonly file: File;
  readonly uses: Uses;
  readonly asked: LibraryRequest<Listing>;
  readonly facts: Facts;
  /** `https://www.example.org` */
  readonly origin: string;
  readonly refused: Refused | null;
}

/** What the pane of every kind has. `fields`: its form. */
export function paneView<Name extends string>(
  reader: Reader, kind: Kind, { file, uses, asked, facts, refused }: PaneRequest<ShownFile, LibraryFacts>, fields: Readonly<Record<Name, PaneField>>,
): Omit<PaneView<Name>, 'facts' | 'versions' | 'deletion'> {
  const { id, title, version, trashedAt } = file;
  const { listing, canManage, csrfToken } = asked;
  return {
    id, title, version, fields, csrfToken, canManage, canChange: canManage && trashedAt === null, one: kind.one, at: `${kind.base}/${id}`,
    closeUrl: listUrl(kind.base, listing, { page: listing.page }), query: withQuery('', fieldsOf(listing)),
    problem: refused?.problem ?? null, isRefused: refused !== null, isClash: Object.values<PaneField>(fields).some(({ now }) => now !== null),
    trashed: trashedWords(reader, file), tags: facts.tags, collections: facts.collections, uses: usesView(kind, uses),
  };
}

/**
 * Every field of the form: as it is stored, or after a refusal as it was typed. `say`: what a stored value is called beside another that was
 * typed, where it is not its own words.
 */
export function paneFields<Name extends string>(stored: Readonly<Record<Name, string>>, refused: Refused | null, say: Readonly<Partial<Record<Name, (value: string) => string>>>): Record<Name, PaneField> {
  const field = (name: Name): PaneField => {
    const value = refused?.typed.get(name) ?? stored[name];
    const isOther = refused?.isConflict === true && value.trim() !== stored[name];
    return { value, now: isOther ? say[name]?.(stored[name]) ?? (stored[name] || 'Nothing') : null, problem: refused?.problems.get(name) ?? null };
  };
  return Object.fromEntries((Object.keys(stored) as Name[]).map((name) => [name, field(name)])) as Record<Name, PaneField>;
}

/** The fields that every kind has. */
export function commonFields({ title, tags, collectionId }: ShownFile): { title: string; tags: string; collection: string } {
  return { title, tags: tags.join(', '), collection: collectionId === null ? '' : String(collectionId) };
}

/** A collection by the value of its choice. */
export function collectionIn({ collections }: LibraryFacts): (value: string) => string {
  return (value) => collections.find(({ id }) => String(id) === value)?.name ?? 'None';
}

function trashedWords({ user, now }: Reader, { trashedAt, trashedBy, trashedById }: ShownFile): string | null {
  if (trashedAt === null) return null;
  const when = whenIn(user.timeZone, trashedAt, now).text;
  const on = /^(Today|Yesterday)/.test(when) ? when.charAt(0).toLowerCase() + when.slice(1) : `on ${when}`;
  return `${personOf(user, trashedById, trashedBy)} threw it away ${on}. Its address says that it is gone.`;
}

/** Who added it, and who changed it last. */
export function peopleFacts({ user, now }: Reader, file: ShownFile): FactView[] {
  const fact = (label: string, id: number | null, name: string | null, at: Date): FactView => {
    const { text, full } = whenIn(user.timeZone, at, now);
    return { label, value: `${personOf(user, id, name)}, ${text}`, more: full };
  };
  return [fact('Added', file.createdById, file.createdBy, file.createdAt), ...(file.version > 1 ? [fact('Changed', file.updatedById, file.updatedBy, file.updatedAt)] : [])];
}

/** `own`: what the kind says of each. */
export function versionViews({ user, now }: Reader, { sha256, versions }: ShownFile, own: (version: ShownVersion) => Pick<VersionView, 'facts' | 'url' | 'sha256'>): VersionView[] {
  // the newest with the present content: a former file that was put back is the same content as before
  const present = versions.find((version) => version.sha256 === sha256);
  return versions.map((version) => ({
    ...own(version), number: version.number, filename: version.filename, isPresent: version === present,
    by: personOf(user, version.createdById, version.createdBy), when: whenIn(user.timeZone, new Date(version.createdAt), now),
  }));
}
