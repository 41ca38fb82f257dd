import { whenIn } from '../explorer/when';
import { personOf, type Reader } from '../images/tile-view';
import type { PaneField, UsesView } from '../images/views';
import { numberWords, sizeWords } from '../images/words';
import { usesWords, type Use, type Uses } from '../media/uses';
import { documentType, documentUrl, extensionOf } from './document-file';
import { TEXTS, typeWords } from './library-view';
import type { LibraryFacts } from './list-queries';
import { BASE, listUrl, queryOf, type Listing } from './listing';
import type { ShownDocument, ShownVersion } from './show-queries';
import { PANE_FIELDS, type PaneFieldName, type PaneView, type VersionView } from './views';

/** A change that was refused: what was typed comes back, with the reason above the form or beside its fields. */
export interface Refused {
  readonly typed: Readonly<Partial<Record<PaneFieldName, string>>>;
  readonly problem: string | null;
  readonly problems: ReadonlyMap<string, string>;
  /** Somebody else changed it meanwhile: what is there now is shown beside what was typed. */
  readonly isConflict: boolean;
}

export interface PaneRequest {
  readonly document: ShownDocument;
  readonly uses: Uses;
  readonly listing: Listing;
  readonly facts: LibraryFacts;
  readonly canManage: boolean;
  readonly csrfToken: string;
  /** `https://www.example.org` */
  readonly origin: string;
  readonly refused: Refused | null;
}

export function paneView(reader: Reader, { document, listing, facts, canManage, csrfToken, origin, refused, uses }: PaneRequest): PaneView {
  const { id, title, filename, version } = document;
  const fields = fieldsFor(document, facts, refused);
  const url = documentUrl(id, filename);
  return {
    id, title, csrfToken, canManage, version, fields, closeUrl: listUrl(listing, { page: listing.page }), query: queryOf(listing),
    problem: refused?.problem ?? null, isRefused: refused !== null, isClash: Object.values(fields).some(({ now }) => now !== null), trashed: trashedWords(reader, document),
    tags: facts.tags, collections: facts.collections, facts: factsOf(reader, document),
    file: { url, address: `${origin}${url}`, opens: documentType(filename)?.inline ? 'Open' : 'Download', accept: extensionOf(filename) },
    text: { ...TEXTS[document.textState], words: textWords(document), beginning: document.beginning },
    uses: usesView(uses), versions: document.versions.map((one, index) => versionView(reader, id, one, index === 0)), deletion: deletionWords(document),
  };
}

function fieldsFor(document: ShownDocument, facts: LibraryFacts, refused: Refused | null): PaneView['fields'] {
  const stored: Record<PaneFieldName, string> = {
    title: document.title, description: document.description ?? '', tags: document.tags.join(', '), collection: document.collectionId === null ? '' : String(document.collectionId),
  };
  const shown = (name: PaneFieldName, value: string): string => (name === 'collection' ? facts.collections.find(({ id }) => String(id) === value)?.name ?? 'None' : value || 'Nothing');
  const field = (name: PaneFieldName): PaneField => {
    const value = refused?.typed[name] ?? stored[name];
    const isOther = refused?.isConflict === true && value.trim() !== stored[name];
    return { value, now: isOther ? shown(name, stored[name]) : null, problem: refused?.problems.get(name) ?? null };
  };
  return Object.fromEntries(PANE_FIELDS.map((name) => [name, field(name)])) as Record<PaneFieldName, PaneField>;
}

function trashedWords({ user, now }: Reader, { trashedAt, trashedBy, trashedById }: ShownDocument): string | null {
  if (trashedAt === null) return null;
  const when = whenIn(user.timeZone, trashedAt, now).text;
  const on = /^(Today|Yesterday)/.test(when) ? when.charAt(0).toLowerCase() + when.slice(1) : `on ${when}`;
  return `${personOf(user, trashedById, trashedBy)} threw it away ${on}. Its address says that it is gone.`;
}

function factsOf({ user, now }: Reader, document: ShownDocument): PaneView['facts'] {
  const added = whenIn(user.timeZone, document.createdAt, now);
  const changed = whenIn(user.timeZone, document.updatedAt, now);
  return [
    { label: 'File', value: `${typeWords(document.filename)}, ${sizeWords(document.bytes)}`, more: document.filename },
    { label: 'Added', value: `${personOf(user, document.createdById, document.createdBy)}, ${added.text}`, more: added.full },
    ...(document.version > 1 ? [{ label: 'Changed', value: `${personOf(user, document.updatedById, document.updatedBy)}, ${changed.text}`, more: changed.full }] : []),
  ];
}

function textWords({ textState, textLength }: ShownDocument): string {
  if (textState === 'read') return `Search finds what it says: ${numberWords(textLength)} characters were read.`;
  if (textState === 'waiting') return 'It is read in a moment; then search finds what it says.';
  if (textState === 'failed') return 'It cannot be read: it is damaged, or too large. Search finds its title and description only.';
  return 'No text can be read from it: it is scanned, locked with a password, or of an older kind. Search finds its title and description only.';
}

const SHOWN_FIRST = 5;

function usesView(found: Uses): UsesView {
  const lines = found.uses.map((use) => ({ icon: USE_ICONS[use.what], title: use.title, url: use.url, detail: USE_WORDS[use.what] }));
  const isPages = found.uses.length === found.total && found.uses.every(({ what }) => what === 'live');
  return {
    heading: found.total === 0 ? 'Not used anywhere' : usesWords(found), lines: lines.slice(0, SHOWN_FIRST), moreLines: lines.slice(SHOWN_FIRST),
    hidden: found.others === 0 ? null : `${found.others} more that ${found.uses.length < 100 ? 'you may not see' : 'are not listed'}`,
    blocked: found.total === 0 ? null : `Cannot be trashed while ${blockers(found.total, isPages)}.`,
  };
}

function blockers(count: number, isPages: boolean): string {
  if (count === 1) return isPages ? '1 page leads to it' : 'it is used';
  return isPages ? `${count} pages lead to it` : `it is used in ${count} places`;
}

const USE_ICONS: Readonly<Record<Use['what'], string>> = { live: 'pages', draft: 'pen', scheduled: 'clock', snippet: 'quote', menu: 'menu', settings: 'gear' };

const USE_WORDS: Readonly<Record<Use['what'], string | null>> = { live: null, draft: 'draft', scheduled: 'scheduled', snippet: 'snippet', menu: 'menu', settings: 'site settings' };

function versionView({ user, now }: Reader, id: number, version: ShownVersion, isPresent: boolean): VersionView {
  const { number, filename, sha256, createdAt, createdById, createdBy } = version;
  return {
    number, filename, sha256, isPresent, url: `${BASE}/${id}/versions/${number}`, size: sizeWords(version.bytes),
    by: personOf(user, createdById, createdBy), when: whenIn(user.timeZone, new Date(createdAt), now),
  };
}

function deletionWords({ versions }: ShownDocument): string {
  const files = versions.length <= 1 ? 'Its file is' : `All ${versions.length} versions of its file are`;
  return `${files} deleted, and its address goes on saying that it is gone. This cannot be taken back.`;
}
