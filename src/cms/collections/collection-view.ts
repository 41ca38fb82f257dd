import type { Request, Response } from 'express';
import { may } from '../../accounts/permissions';
import { sessionToken } from '../../platform/http/csrf';
import { parseBody, parseQuery } from '../../platform/http/strict-input';
import { chooserView, type ChooserPlace, type ChooserView } from '../explorer/chooser';
import { findPageByPath } from '../pages/queries';
import type { CollectionsDeps } from './deps';
import { collectionQuery, steppedForm } from './forms';
import { maySeePage, titleFor } from './page-title';
import type { CollectionRow } from './queries';
import type { CollectionView } from './views';
import { filesInWords, readersInWords } from './words';

export interface Refusal {
  readonly status: number;
  readonly problem: string | null;
  readonly problems: ReadonlyMap<string, string>;
  /** The form was that of an older version. */
  readonly isOlder: boolean;
}

export const NO_REFUSAL: Refusal = { status: 200, problem: null, problems: new Map(), isOlder: false };

/** No refusal: somebody looks for a page, and has not sent the form yet. */
export const STEP: Refusal = { ...NO_REFUSAL };

const NOTES = { created: 'The collection is made. Say who may have its files before you fill it.', saved: 'The collection is saved.' } as const;

/** After a refusal or a step with what was typed, else as it is. */
export async function collectionView(deps: CollectionsDeps, req: Request, res: Response, collection: CollectionRow, refusal: Refusal): Promise<CollectionView> {
  const { id, name, version, page } = collection;
  const { done, below, q } = parseQuery(req, collectionQuery);
  const again = refusal === STEP || refusal.problems.size > 0 || refusal.isOlder;
  const canManage = may(req.user, 'manage', { area: 'media' });
  const isChoosing = below !== null || q !== '';
  return {
    csrfToken: sessionToken(req), canManage, note: done && refusal.status === 200 ? NOTES[done] : null,
    problem: refusal.isOlder ? olderWords(req, collection) : refusal.problem, problems: refusal.problems,
    id, title: name, version: again && !refusal.isOlder ? Number(typed(req, 'version')) || version : version, files: filesOf(collection), page: pageOf(req, collection),
    name: again ? typed(req, 'name') : name, address: again ? typed(req, 'address') : '',
    who: (again ? typed(req, 'who') === 'page' : isChoosing || page !== null) ? 'page' : 'everybody',
    chooser: canManage ? await chooserFor(deps, req, res, collection, again ? typed(req, 'parent') : '') : null,
  };
}

/** What was typed into a field, for showing it again: the body as it came. */
export function typed(req: Request, name: string): string {
  const value: unknown = (req.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value.slice(0, 4_000) : '';
}

function olderWords({ user }: Request, { name, page }: CollectionRow): string {
  const who = page ? `for the readers of “${titleFor(user, page)}”` : 'for everybody';
  return `Somebody else has changed this collection meanwhile: it is called “${name}”, and its files are ${who}. What you typed stands below; saving it puts yours in its place.`;
}

function filesOf({ id, images, documents, trashed }: CollectionRow): CollectionView['files'] {
  const links = [
    ...(images > 0 ? [{ text: filesInWords({ images, documents: 0, trashed: 0 }), url: `/admin/images?collection=${id}` }] : []),
    ...(documents > 0 ? [{ text: filesInWords({ images: 0, documents, trashed: 0 }), url: `/admin/documents?collection=${id}` }] : []),
  ];
  return { words: filesInWords({ images, documents, trashed }), links, isEmpty: images + documents + trashed === 0 };
}

function pageOf({ user }: Request, { page }: CollectionRow): CollectionView['page'] {
  if (!page) return null;
  const url = may(user, 'view', { page: { ...page } }) ? `/admin/pages/${page.id}/edit` : null;
  return { title: maySeePage(user, page) ? `“${page.title}”` : titleFor(user, page), url, readers: readersInWords(page) };
}

/** Any page will do, so nothing that stands in the way of putting a page there counts. */
async function chooserFor(deps: CollectionsDeps, req: Request, res: Response, { id, page }: CollectionRow, chosen: string): Promise<ChooserView | null> {
  const { below, q, after, before } = placeIn(req);
  const siteId: number = res.locals.site.id;
  const level = below ?? (page?.siteId === siteId ? page.ancestorIds.at(-1) : undefined) ?? (await findPageByPath(deps.db, siteId, '/'))?.id;
  const view = level === undefined ? undefined : await chooserView(deps, { user: req.user!, now: deps.now() }, {
    siteId, pages: [], copying: true, query: { below: level, q, after, before }, action: `/admin/collections/${id}`, kept: [], form: 'collection-form', legend: 'The page whose readers may have the files', inForm: { chosen },
  });
  if (!view) return null;
  const isShown = chosen === '' || [view.here, ...view.places].some(({ address }) => address === chosen);
  const far = isShown ? undefined : await deps.pages.find(siteId, chosen);
  const first = far && may(req.user, 'view', { page: far }) ? [{ id: far.id, title: far.title, address: far.url, refusal: null, down: null }] : [];
  return { ...view, chosen: first[0]?.address ?? chosen, here: free(view.here), places: [...first, ...view.places.map(free)] };
}

/** Where the chooser is: by the address, and by what is searched for, which the form sends. */
function placeIn(req: Request) {
  const place = parseQuery(req, collectionQuery);
  const { q } = ['search', 'enter'].includes(typed(req, 'step')) ? parseBody(req, steppedForm) : place;
  return { ...place, q, ...(q === place.q ? {} : { after: null, before: null }) };
}

function free(place: ChooserPlace): ChooserPlace {
  return { ...place, refusal: null };
}
