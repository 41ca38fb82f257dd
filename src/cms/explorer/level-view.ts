import type { z } from 'zod';
import { may } from '../../accounts/permissions';
import { startOfDay } from '../../platform/dates';
import { mayStandBelow } from '../pages/placement';
import { pageTarget } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import type { ExplorerDeps } from './deps';
import { filtersView, SORT_WORDS } from './filters-view';
import type { levelQuery } from './forms';
import { countPages, listOwners, listPages, listPagesById, type ListedPage } from './list-queries';
import type { Asked } from './list-sql';
import { addressOf, isDeep, isFiltered, isReordering, type Listing } from './listing';
import { doneNote } from './notes';
import { reorderView } from './reorder-view';
import { addressOfPage, countWords, levelUrl, rowView, type Reader } from './row-view';
import { turnsOf } from './turns';
import type { LevelView } from './views';

export const PER_PAGE = 50;

/** A page whose level is shown; or none, and the topmost pages that somebody may see. */
export type LevelPlace = { readonly base: string } & ({ readonly page: PageRow } | { readonly page: null; readonly roots: readonly number[] });

export interface LevelRequest {
  readonly siteId: number;
  readonly place: LevelPlace;
  readonly query: z.output<typeof levelQuery>;
  readonly csrfToken: string;
}

/** Five queries, or four without a filter, however many pages there are. */
export async function levelView(deps: ExplorerDeps, reader: Reader, { siteId, place, query, csrfToken }: LevelRequest): Promise<LevelView> {
  const { db, registry } = deps;
  const above = await aboveOf(deps, place, query.page);
  const self = above.find(({ id }) => id === place.page?.id) ?? null;
  const listing = allowed(query, reader, self);
  const asked = askedFor(siteId, place, listing, reader);
  const { pages, more } = await listPages(db, asked, PER_PAGE);
  const owners = await listOwners(db);
  const matching = isFiltered(listing) || listing.deep || !self ? await countPages(db, asked) : self.below;
  const rows = pages.map((page) => rowView(registry, reader, page));
  const turns = turnsOf(asked, pages, more, (cursor) => addressOf(place.base, listing, cursor));
  return {
    csrfToken, note: doneNote(query), problem: null, base: place.base, title: self?.title ?? 'Pages',
    crumbs: crumbsOf(reader, above, self), page: self && headOf(registry, reader, self),
    ...filtersView({ base: place.base, listing, registry, owners, you: reader.user, now: reader.now }),
    rows, ...turns, ...wordsFor(listing, self, matching),
    reorder: reorderView({ reader, base: place.base, listing, query, self, moved: above.find(({ id }) => id === query.page) ?? null, turns }),
    actions: actionsFor(reader, pages), here: addressOf(place.base, listing, { after: listing.after, before: listing.before }),
  };
}

/** The page, those above it, and the one that something has just happened to. */
async function aboveOf({ db }: ExplorerDeps, place: LevelPlace, alsoId: number | null): Promise<ListedPage[]> {
  const ids = [...(place.page ? [...place.page.ancestorIds, place.page.id] : []), ...(alsoId === null ? [] : [alsoId])];
  return ids.length === 0 ? [] : listPagesById(db, ids);
}

/** The order of a level is changed as readers see it, by who may edit the page above. */
function allowed(listing: Listing, { user }: Reader, self: ListedPage | null): Listing {
  const reorder = isReordering(listing) && self !== null && may(user, 'edit', pageTarget(self));
  return { ...listing, reorder, sort: reorder ? 'place' : listing.sort };
}

function askedFor(siteId: number, place: LevelPlace, listing: Listing, { user, now }: Reader): Asked {
  const scope = place.page ? { below: place.page } : { roots: place.roots };
  return { siteId, scope, listing, since: listing.since === null ? null : startOfDay(user.timeZone, listing.since), now };
}

function crumbsOf({ user }: Reader, above: readonly ListedPage[], self: ListedPage | null): LevelView['crumbs'] {
  if (!self) return [];
  const visible = above.filter((page) => self.ancestorIds.includes(page.id) && may(user, 'view', pageTarget(page)));
  return [...visible.map((page) => ({ title: page.title, url: levelUrl(page) })), { title: self.title, url: null }];
}

function headOf(registry: Registry, reader: Reader, self: ListedPage): NonNullable<LevelView['page']> {
  const type = getPageType(registry, self.type);
  const canAdd = may(reader.user, 'add', pageTarget(self)) && [...registry.pageTypes.values()].some((child) => mayStandBelow(child, type));
  const canEdit = may(reader.user, 'edit', pageTarget(self));
  return {
    row: rowView(registry, reader, self), editUrl: canEdit ? `/admin/pages/${self.id}/edit` : null,
    liveUrl: self.liveRevisionId === null ? null : addressOfPage(self.path), addUrl: canAdd ? `/admin/pages/new?parent=${self.id}` : null,
  };
}

function wordsFor(listing: Listing, self: ListedPage | null, matching: number): Pick<LevelView, 'count' | 'empty' | 'caption'> {
  const order = SORT_WORDS[listing.sort](isDeep(listing));
  const inOrder = order.charAt(0).toLowerCase() + order.slice(1);
  const filtered = isFiltered(listing);
  const pages = `${countWords(matching)} ${matching === 1 ? 'page' : 'pages'}`;
  const found = !filtered ? pages : self && !isDeep(listing) ? `${countWords(matching)} of ${countWords(self.below)} pages match` : `${pages} ${matching === 1 ? 'matches' : 'match'}`;
  const below = self?.title ?? 'what you may see';
  return {
    count: `${found.charAt(0).toUpperCase()}${found.slice(1)} · ${inOrder}`,
    empty: filtered ? 'No page matches.' : self ? 'There are no pages below this one.' : 'There are no pages that you may see.',
    caption: isDeep(listing) ? `Pages below ${below}, ${inOrder}` : `Pages directly below ${below}, ${inOrder}`,
  };
}

const ACTIONS = [
  { key: 'publish', label: 'Publish…', verb: 'publish', danger: false },
  { key: 'unpublish', label: 'Unpublish…', verb: 'publish', danger: false },
  { key: 'move', label: 'Move…', verb: 'edit', danger: false },
  { key: 'trash', label: 'Trash…', verb: 'trash', danger: true },
] as const;

/** What one may do with at least one page of the list; the rest says the page that asks. */
function actionsFor({ user }: Reader, pages: readonly ListedPage[]): LevelView['actions'] {
  return ACTIONS.filter(({ verb }) => pages.some((page) => page.parentId !== null && may(user, verb, pageTarget(page)))).map(({ key, label, danger }) => ({ key, label, danger }));
}
