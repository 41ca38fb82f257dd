import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { may, pagesFor } from '../../accounts/permissions';
import { sendStaffPage } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import { Conflict } from '../../platform/http/errors';
import { parseQuery } from '../../platform/http/strict-input';
import { pageOf, pageTarget } from '../pages/on-page';
import { restore } from '../workflow/restore';
import type { ExplorerDeps } from './deps';
import { trashQuery } from './forms';
import { listPagesById } from './list-queries';
import { addressOfPage, countWords, levelUrl } from './row-view';
import { listTrashed, type TrashedPage } from './trash-queries';
import type { Link } from './views';
import { whenIn, type When } from './when';

export interface TrashView {
  readonly csrfToken: string;
  readonly note: { readonly text: string; readonly link: Link } | null;
  readonly problem: string | null;
  readonly q: string;
  readonly rows: readonly {
    readonly id: number;
    readonly title: string;
    readonly address: string;
    readonly type: string;
    readonly below: string | null;
    readonly trashedBy: string;
    readonly trashed: When;
    readonly reason: string | null;
    /** What restoring it brings back, for readers. */
    readonly brings: string;
    readonly restorable: boolean;
  }[];
  readonly previous: string | null;
  readonly next: string | null;
}

declare module '../../platform/http/views' {
  interface Views { 'admin/explorer/trash': TrashView }
}

const PER_PAGE = 50;

/** GET /admin/trash */
export function indexTrash(deps: ExplorerDeps): RequestHandler {
  return (req, res) => sendTrash(deps, req, res, null);
}

/** POST /admin/pages/:id/restoration */
export function createRestoration(deps: ExplorerDeps): RequestHandler {
  return async (req, res) => {
    const { id } = pageOf(res);
    try {
      const restored = await restore(deps, actorOf(req, res), { pageId: id });
      res.redirect(303, `/admin/trash?${new URLSearchParams({ done: 'restored', page: String(id), n: String(restored.length) }).toString()}`);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      await sendTrash(deps, req, res.status(409), error.message);
    }
  };
}

async function sendTrash(deps: ExplorerDeps, req: Request, res: Response, problem: string | null): Promise<void> {
  const { q, after, before, done, page, n } = parseQuery(req, trashQuery);
  const { pages, more } = await listTrashed(deps.db, { siteId: res.locals.site.id, visible: pagesFor(req.user, 'view'), q, after: valid(after), before: valid(before) }, PER_PAGE);
  const isBack = before !== null && after === null;
  const body = deps.templates.render('admin/explorer/trash', {
    csrfToken: sessionToken(req), problem, q, note: done && page !== null ? await restoredNote(deps, req, page, n) : null,
    rows: pages.map((one) => rowOf(deps, req, one)),
    previous: pages[0] && (isBack ? more : after !== null) ? turn(q, 'before', pages[0]) : null,
    next: pages.length > 0 && (isBack || more) ? turn(q, 'after', pages.at(-1)!) : null,
  });
  sendStaffPage(deps, req, res, { title: 'Trash', current: 'trash', body });
}

/** A moment that cannot be one is no cursor. */
function valid<Cursor extends { key: string }>(cursor: Cursor | null): Cursor | null {
  return cursor && !Number.isNaN(Date.parse(cursor.key)) ? cursor : null;
}

function turn(q: string, name: 'before' | 'after', page: TrashedPage): string {
  return `/admin/trash?${new URLSearchParams({ ...(q === '' ? {} : { q }), [name]: `${page.id}.${page.trashedAt.toISOString()}` }).toString()}`;
}

async function restoredNote({ db }: ExplorerDeps, req: Request, id: number, count: number): Promise<TrashView['note']> {
  const [page] = await listPagesById(db, [id]);
  if (!page || page.trashedAt || !may(req.user, 'view', pageTarget(page))) return null;
  const rest = count > 1 ? `, with ${count - 1} ${count === 2 ? 'page' : 'pages'} below it` : '';
  return { text: `“${page.title}” is back at ${addressOfPage(page.path)}${rest}.`, link: { text: 'Show it', url: levelUrl(page) } };
}

function rowOf({ registry, now }: ExplorerDeps, req: Request, page: TrashedPage): TrashView['rows'][number] {
  const { id, title, below, reason } = page;
  return {
    id, title, reason, address: addressOfPage(page.path), type: registry.pageTypes.get(page.type)?.label ?? page.type,
    below: below === 0 ? null : `with ${countWords(below)} below`,
    trashedBy: page.trashedById === req.user!.id ? 'You' : page.trashedBy ?? 'Plenary', trashed: whenIn(req.user!.timeZone, page.trashedAt, now()),
    brings: bringsWords(page), restorable: may(req.user, 'trash', pageTarget(page)),
  };
}

function bringsWords({ isLive, live, path }: TrashedPage): string {
  if (live === 0) return 'Nothing of it was public.';
  const more = isLive ? live - 1 : live;
  const others = more === 0 ? '' : `${countWords(more)} ${more === 1 ? 'address' : 'addresses'} below`;
  return `Readers get back ${[isLive ? addressOfPage(path) : '', others].filter(Boolean).join(' and ')}`;
}
