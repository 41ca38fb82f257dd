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
  /** What came of saving. */
  readonly note: string | null;
}

/** What the pane of every kind has. `fields`: its form. */
export function paneView<Name extends string>(
  reader: Reader, kind: Kind, { file, uses, asked, facts, refused, note }: PaneRequest<ShownFile, LibraryFacts>, fields: Readonly<Record<Name, PaneField>>,
): Omit<PaneView<Name>, 'facts' | 'versions' | 'deletion'> {
  const { id, title, version, trashedAt } = file;
  const { listing, canManage, csrfToken } = asked;
  const restores = canManage && trashedAt !== null && refused !== null && refused.typed.size > 0;
  const clashing = Object.entries<PaneField>(fields).filter(([, { now }]) => now !== null);
  return {
    id, title, version, formVersion: formVersion(version, refused), note, fields, csrfToken, canManage, restores, canChange: canManage && (trashedAt === null || restores), changed: changedWords(reader, kind, file), one: kind.one, at: `${kind.base}/${id}`,
    closeUrl: listUrl(kind.base, listing, { page: listing.page }), query: withQuery('', fieldsOf(listing)),
    problem: refused?.problem ?? null, isRefused: refused !== null, isClash: clashing.length > 0,
    clashes: clashing.map(([name]) => ({ text: LABELS[name] ?? name, url: `#${kind.one}-${name}-now` })),
    trashed: trashedWords(reader, file), tags: facts.tags, collections: facts.collections, uses: usesView(kind, uses),
  };
}

/** After a mistake the form is still about what it showed first: else what somebody else changed since would be overwritten unseen. */
function formVersion(version: number, refused: Refused | null): number {
  return refused && !refused.isConflict && refused.was.size > 0 ? refused.version ?? version : version;
}

/** What forms call their fields. */
const LABELS: Readonly<Record<string, string>> = {
  title: 'Title', description: 'Description', altDecision: 'For readers who cannot see it', alt: 'Description', credit: 'Credit', licence: 'Licence', tags: 'Tags', collection: 'Collection',
  focalX: 'Focal point across', focalY: 'Focal point down',
};

/** A collection by the value of its choice. */
export function collectionIn({ collections }: LibraryFacts): (value: string) => string {
  return (value) => collections.find(({ id }) => String(id) === value)?.name ?? 'None';
}

function trashedWords({ user, now }: Reader, { trashedAt, trashedBy, trashedById }: ShownFile): string | null {
  if (trashedAt === null) return null;
  return `${personOf(user, trashedById, trashedBy)} threw it away ${inSentence(user.timeZone, trashedAt, now)}. Its address says that it is gone.`;
}

function changedWords({ user, now }: Reader, { one }: Kind, { version, updatedById, updatedBy, updatedAt }: ShownFile): string | null {
  return version === 1 ? null : `${personOf(user, updatedById, updatedBy)} changed this ${one} ${inSentence(user.timeZone, updatedAt, now)}.`;
}

/** `today 02:10`, `on 3 Nov 2026` */
function inSentence(timeZone: string, at: Date, now: Date): string {
  const { text } = whenIn(timeZone, at, now);
  return /^(Today|Yesterday)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : `on ${text}`;
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
