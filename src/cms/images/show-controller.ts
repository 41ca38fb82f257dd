import type { Request, RequestHandler, Response } from 'express';
import { may, pagesFor } from '../../accounts/permissions';
import { sendStaffPage, type StaffPageDeps } from '../../accounts/staff-page';
import type { Db } from '../../platform/db/connect';
import { sessionToken } from '../../platform/http/csrf';
import { NotFound } from '../../platform/http/errors';
import { originOf } from '../../platform/http/origin';
import { parseParams, parseQuery } from '../../platform/http/strict-input';
import { listUses } from '../media/uses';
import { imageParams, libraryQuery } from './forms';
import { libraryView, type LibraryRequest } from './library-view';
import type { Seen } from './list-queries';
import { paneView, type Refused } from './pane-view';
import { findShownImage } from './show-queries';
import { PANE_FIELDS, type ReportView } from './views';

export interface LibraryDeps extends StaffPageDeps {
  readonly db: Db;
  readonly now: () => Date;
}

/** GET /admin/images/:id: the library with the pane of one image, for whom may see it. */
export function showImage(deps: LibraryDeps): RequestHandler {
  return async (req, res) => {
    const { id } = parseParams(req, imageParams);
    await sendImage(deps, req, res, id, null);
  };
}

/**
 * The pane again after a change was refused (422, or 409 when somebody else was quicker): with everything that was typed, which is read
 * from the body, and on a conflict with what is there now beside it.
 * @throws NotFound
 */
export async function sendRefusedChange(deps: LibraryDeps, req: Request, res: Response, id: number, { status, ...why }: { status: number } & Omit<Refused, 'typed'>): Promise<void> {
  res.status(status);
  await sendImage(deps, req, res, id, { ...why, typed: typedIn(req) });
}

async function sendImage(deps: LibraryDeps, req: Request, res: Response, id: number, refused: Refused | null): Promise<void> {
  const reader = { user: req.user!, now: deps.now() };
  const image = await findShownImage(deps.db, seenBy(req), id);
  if (!image) throw new NotFound('There is no such image.');
  const uses = await listUses(deps.db, 'image', id, req.user);
  // beside an image of the trash stands the trash, whatever the address says
  const asked = askedFor(req, { openId: id, trash: image.trashedAt !== null, report: null });
  const { view, facts } = await libraryView(deps.db, reader, asked);
  const { listing, canManage, csrfToken } = asked;
  const pane = paneView(reader, { image, uses, listing, facts, canManage, csrfToken, origin: originOf(req, res.locals.site.baseUrl), refused });
  sendStaffPage(deps, req, res, { title: `${image.title} · Images`, current: 'images', body: deps.templates.render('admin/images/index', { ...view, email: reader.user.email, pane }) });
}

/** The list alone. `report`: what came of several files or images, where not all went well. */
export async function sendLibrary(deps: LibraryDeps, req: Request, res: Response, report: ReportView | null = null): Promise<void> {
  const { view } = await libraryView(deps.db, { user: req.user!, now: deps.now() }, askedFor(req, { openId: null, trash: null, report }));
  sendStaffPage(deps, req, res, { title: view.isTrash ? 'Images in the trash' : 'Images', current: 'images', body: deps.templates.render('admin/images/index', { ...view, email: req.user!.email, pane: null }) });
}

function askedFor(req: Request, { openId, trash, report }: { openId: number | null; trash: boolean | null; report: ReportView | null }): LibraryRequest {
  const { done, n, about, ...listing } = parseQuery(req, libraryQuery);
  return {
    listing: { ...listing, trash: trash ?? listing.trash }, seen: seenBy(req), canManage: may(req.user, 'manage', { area: 'media' }), csrfToken: sessionToken(req),
    openId, done: { done, n, about }, report,
  };
}

/** Who looks after the library sees all of it; others what everybody may have, and what belongs to pages that they may see. */
function seenBy({ user }: Request): Seen {
  return may(user, 'manage', { area: 'media' }) ? 'all' : pagesFor(user, 'view');
}

/** Of a form that has only a button, nothing. */
function typedIn(req: Request): Refused['typed'] {
  const body = (req.body ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(PANE_FIELDS.flatMap((name) => (typeof body[name] === 'string' ? [[name, body[name]]] : [])));
}
