import { may } from '../../accounts/permissions';
import type { Db } from '../../platform/db/connect';
import { mayStandBelow } from '../pages/placement';
import { pageTarget } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import type { AnyPageType } from '../page-type';
import type { Registry } from '../registry';
import { listPages, listPagesById, type ListedPage } from './list-queries';
import type { Asked } from './list-sql';
import type { Cursor, Listing } from './listing';
import { addressOfPage, countWords, type Reader } from './row-view';
import { turnsOf } from './turns';
import type { Field } from './views';

/** Where the chooser has got to; part of the address of the page that it stands in. */
export interface ChooserQuery {
  /** The page whose level is shown. */
  readonly below: number;
  readonly q: string;
  readonly after: Cursor | null;
  readonly before: Cursor | null;
}

export interface ChooserRequest {
  readonly siteId: number;
  /** The pages that shall stand below the one that is chosen. */
  readonly pages: readonly PageRow[];
  /** They stay where they are, so their own place is as good as any. */
  readonly copying: boolean;
  readonly query: ChooserQuery;
  /** Of the page that the chooser stands in, without its query, and what that page needs of it. */
  readonly action: string;
  readonly kept: readonly Field[];
  /** Id of the form that sends the choice, as `parent`: an address. */
  readonly form: string;
  /** What is chosen, for those who listen. Left out: the page above. */
  readonly legend?: string;
  /** Its steps are buttons of that form, which answers with what was typed into it; `chosen`: the address that is chosen in it. */
  readonly inForm?: { readonly chosen: string };
}

export interface ChooserPlace {
  readonly id: number;
  readonly title: string;
  readonly address: string;
  /** Why it cannot be chosen, in a few words; null: it can. */
  readonly refusal: string | null;
  /** To the level below it, with how many there are; null: nothing is below. */
  readonly down: { readonly url: string; readonly text: string } | null;
}

export interface ChooserView {
  readonly action: string;
  readonly kept: readonly Field[];
  readonly form: string;
  readonly legend: string;
  readonly inForm: boolean;
  /** An address; '': none. */
  readonly chosen: string;
  /** Where it has got to. */
  readonly at: string;
  readonly q: string;
  readonly below: number;
  /** Up to the home page; those that one may not see are left out. */
  readonly up: readonly { readonly title: string; readonly url: string }[];
  /** The page whose level is shown. */
  readonly here: ChooserPlace;
  readonly places: readonly ChooserPlace[];
  readonly previous: string | null;
  readonly next: string | null;
}

declare module '../../platform/http/views' {
  interface Views { 'admin/explorer/_chooser': ChooserView }
}

const PER_PAGE = 30;

/** A level of the tree, or what a search finds below it, to choose the page above from. Two queries. Undefined: there is no such level. */
export async function chooserView({ db, registry }: { db: Db; registry: Registry }, reader: Reader, asked: ChooserRequest): Promise<ChooserView | undefined> {
  const [level] = await listPagesById(db, [asked.query.below]);
  if (!level || level.siteId !== asked.siteId || !may(reader.user, 'view', pageTarget(level))) return undefined;
  const above = (await listPagesById(db, level.ancestorIds)).filter((page) => may(reader.user, 'view', pageTarget(page)));
  const list: Asked = { siteId: asked.siteId, scope: { below: level }, listing: listingOf(asked.query), since: null, now: reader.now };
  const { pages, more } = await listPages(db, list, PER_PAGE);
  const placeOf = (page: ListedPage): ChooserPlace => ({
    id: page.id, title: page.title, address: addressOfPage(page.path), refusal: refusalOf(registry, reader, asked, page),
    down: page.below === 0 ? null : { url: urlFor(asked, { below: page.id, q: '' }), text: `${countWords(page.below)} below` },
  });
  const { action, kept, form, query: { q, below } } = asked;
  return {
    action, kept, form, legend: asked.legend ?? 'The page above', inForm: asked.inForm !== undefined, chosen: asked.inForm?.chosen ?? '', at: urlFor(asked, asked.query), q, below, here: placeOf(level), places: pages.map(placeOf), ...turnsOf(list, pages, more, (cursor) => urlFor(asked, cursor)),
    up: above.map((page) => ({ title: page.title, url: urlFor(asked, { below: page.id, q: '' }) })),
  };
}

function listingOf({ q, after, before }: ChooserQuery): Listing {
  return { q, after, before, type: null, status: null, owner: null, since: null, deep: false, sort: 'place', reorder: false };
}

function refusalOf(registry: Registry, { user }: Reader, { pages, copying }: ChooserRequest, place: ListedPage): string | null {
  if (place.trashedAt || place.ancestorTrashed) return 'in the trash';
  if (pages.some((page) => page.id === place.id || place.ancestorIds.includes(page.id))) return copying ? 'part of what is copied' : 'part of what is moved';
  if (!copying && pages.every((page) => page.parentId === place.id)) return 'where it stands now';
  const type = registry.pageTypes.get(place.type);
  const stranger = pages.map((page) => registry.pageTypes.get(page.type)).find((child): child is AnyPageType => child !== undefined && (!type || !mayStandBelow(child, type)));
  if (stranger) return `takes no page of type ${stranger.label}`;
  return may(user, 'add', pageTarget(place)) ? null : 'you may not add pages here';
}

function urlFor({ action, kept, query }: ChooserRequest, change: Partial<ChooserQuery>): string {
  const { below, q, after, before } = { ...query, after: null, before: null, ...change };
  const fields: readonly (readonly [string, string])[] = [
    ...kept.map(({ name, value }) => [name, value] as const), ['below', String(below)],
    ...(q === '' ? [] : [['q', q] as const]), ...(after ? [['after', `${after.id}.${after.key}`] as const] : []), ...(before ? [['before', `${before.id}.${before.key}`] as const] : []),
  ];
  return `${action}?${new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()}`;
}
