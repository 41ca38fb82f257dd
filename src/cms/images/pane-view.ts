import { whenIn } from '../explorer/when';
import { usesWords, type Use, type Uses } from '../media/uses';
import { withQuery, fieldsOf, listUrl, type Listing } from './listing';
import type { LibraryFacts } from './list-queries';
import type { ShownImage, ShownVersion } from './show-queries';
import { fileSet, personOf, type Reader } from './tile-view';
import { PANE_FIELDS, type PaneField, type PaneFieldName, type PaneView, type UsesView, type VersionView } from './views';
import { kindWords, pixelWords, sizeWords } from './words';

/** A change that was refused: what was typed comes back, with the reason above the form or beside its fields. */
export interface Refused {
  readonly typed: Readonly<Partial<Record<PaneFieldName, string>>>;
  readonly problem: string | null;
  readonly problems: ReadonlyMap<string, string>;
  /** Somebody else changed it meanwhile: what is there now is shown beside what was typed. */
  readonly isConflict: boolean;
}

export interface PaneRequest {
  readonly image: ShownImage;
  readonly uses: Uses;
  readonly listing: Listing;
  readonly facts: LibraryFacts;
  readonly canManage: boolean;
  readonly csrfToken: string;
  /** `https://www.example.org` */
  readonly origin: string;
  readonly refused: Refused | null;
}

export function paneView(reader: Reader, asked: PaneRequest): PaneView {
  const { image, listing, facts, canManage, csrfToken, origin, refused } = asked;
  const fields = fieldsFor(image, facts, refused);
  return {
    id: image.id, title: image.title, csrfToken, canManage, version: image.version,
    closeUrl: listUrl('/admin/images', listing, { page: listing.page }), query: withQuery('', new URLSearchParams([...fieldsOf(listing)])),
    problem: refused?.problem ?? null, isRefused: refused !== null, isClash: Object.values(fields).some(({ now }) => now !== null), trashed: trashedWords(reader, image),
    picture: { ...fileSet(image, 'body', 3), width: image.width, height: image.height, focalX: percent(fields.focalX.value), focalY: percent(fields.focalY.value) },
    crops: CROPS.map(({ key, label, ratio }) => ({ key, label, ratio, src: fileSet(image, key, 1).src })),
    fields, decisions: DECISIONS, licences: LICENCES, credits: facts.credits, tags: facts.tags, collections: facts.collections,
    facts: factsOf(reader, image), original: `${origin}/media/${image.id}/original`,
    uses: usesView(asked.uses), versions: image.versions.map((version) => versionView(reader, image, version)),
    deletion: deletionWords(image),
  };
}

/** The three proportions that pages cut pictures to; the addresses are those of the files that readers get. */
const CROPS = [
  { key: 'wide', label: 'Wide', ratio: '2.4' },
  { key: 'card', label: 'Card', ratio: '1.6' },
  { key: 'thumb', label: 'Square', ratio: '1' },
] as const;

const DECISIONS: PaneView['decisions'] = [
  { value: 'described', label: 'Describe it', hint: null },
  { value: 'decorative', label: 'It is decoration', hint: 'Screen readers skip it.' },
  { value: 'each-time', label: 'Ask each time it is used', hint: 'What it says depends on the page.' },
];

const LICENCES = ['Drawn for this site', 'CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0', 'Public domain', '© All rights reserved, used with permission'];

function fieldsFor(image: ShownImage, facts: LibraryFacts, refused: Refused | null): PaneView['fields'] {
  const stored = storedFields(image);
  const shown = (name: PaneFieldName, value: string): string => (name === 'collection' ? facts.collections.find(({ id }) => String(id) === value)?.name ?? 'None' : name === 'altDecision' ? DECISIONS.find((one) => one.value === value)?.label ?? 'Undecided' : value || 'Nothing');
  const field = (name: PaneFieldName): PaneField => {
    const value = refused?.typed[name] ?? stored[name];
    const isOther = refused?.isConflict === true && value.trim() !== stored[name];
    return { value, now: isOther ? shown(name, stored[name]) : null, problem: refused?.problems.get(name) ?? null };
  };
  return Object.fromEntries(PANE_FIELDS.map((name) => [name, field(name)])) as Record<PaneFieldName, PaneField>;
}

function storedFields({ title, altDecision, alt, credit, licence, tags, collectionId, focalX, focalY }: ShownImage): Record<PaneFieldName, string> {
  return {
    title, altDecision: altDecision ?? '', alt: alt ?? '', credit: credit ?? '', licence: licence ?? '', tags: tags.join(', '),
    collection: collectionId === null ? '' : String(collectionId), focalX: String(Math.round(focalX * 100)), focalY: String(Math.round(focalY * 100)),
  };
}

/** Of what somebody typed; the middle for what is no number. */
function percent(typed: string): number {
  const value = Number(typed);
  return typed.trim() !== '' && value >= 0 && value <= 100 ? value : 50;
}

function trashedWords({ user, now }: Reader, { trashedAt, trashedBy, trashedById }: ShownImage): string | null {
  if (trashedAt === null) return null;
  const when = whenIn(user.timeZone, trashedAt, now).text;
  const on = /^(Today|Yesterday)/.test(when) ? when.charAt(0).toLowerCase() + when.slice(1) : `on ${when}`;
  return `${personOf(user, trashedById, trashedBy)} threw it away ${on}.`;
}

function factsOf({ user, now }: Reader, image: ShownImage): PaneView['facts'] {
  const added = whenIn(user.timeZone, image.createdAt, now);
  const changed = whenIn(user.timeZone, image.updatedAt, now);
  return [
    { label: 'File', value: `${kindWords(image.mimeType)}, ${sizeWords(image.bytes)}`, more: image.filename },
    { label: 'Pixels', value: pixelWords(image), more: null },
    { label: 'Added', value: `${personOf(user, image.createdById, image.createdBy)}, ${added.text}`, more: added.full },
    ...(image.version > 1 ? [{ label: 'Changed', value: `${personOf(user, image.updatedById, image.updatedBy)}, ${changed.text}`, more: changed.full }] : []),
  ];
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
  if (count === 1) return isPages ? '1 page shows it' : 'it is used';
  return isPages ? `${count} pages show it` : `it is used in ${count} places`;
}

const USE_ICONS: Readonly<Record<Use['what'], string>> = { live: 'pages', draft: 'pen', scheduled: 'clock', snippet: 'quote', menu: 'menu', settings: 'gear' };

const USE_WORDS: Readonly<Record<Use['what'], string | null>> = { live: null, draft: 'draft', scheduled: 'scheduled', snippet: 'snippet', menu: 'menu', settings: 'site settings' };

function versionView({ user, now }: Reader, image: ShownImage, version: ShownVersion): VersionView {
  const { number, filename, createdBy } = version;
  return {
    number, filename, isPresent: number === presentNumber(image), facts: `${pixelWords(version)}, ${sizeWords(version.bytes)}`,
    by: createdBy ?? 'Plenary', when: whenIn(user.timeZone, new Date(version.createdAt), now),
  };
}

/** The newest with the content that is shown: a former file that was put back is the same content as before. */
function presentNumber({ sha256, versions }: ShownImage): number | undefined {
  return versions.find((version) => version.sha256 === sha256)?.number;
}

function deletionWords({ versions }: ShownImage): string {
  const former = versions.length - 1;
  const files = former <= 0 ? 'Its file' : `Its file and ${former === 1 ? 'the former one' : `the ${former} former ones`}`;
  return `${files} and every size made of ${former <= 0 ? 'it' : 'them'} are deleted. Links to it from elsewhere stop working. This cannot be taken back.`;
}
