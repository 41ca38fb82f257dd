import type { Request, RequestHandler, Response } from 'express';
import { may, pagesFor } from '../../accounts/permissions';
import { sendStaffPage } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import { NotFound } from '../../platform/http/errors';
import { originOf } from '../../platform/http/origin';
import { parseParams, parseQuery } from '../../platform/http/strict-input';
import type { Seen } from '../images/list-queries';
import type { ReportView } from '../images/views';
import { listUses } from '../media/uses';
import type { DocumentDeps } from './deps';
import { documentParams, libraryQuery } from './forms';
import { libraryView, type LibraryRequest } from './library-view';
import { paneView, type Refused } from './pane-view';
import { findShownDocument } from './show-queries';
import { PANE_FIELDS } from './views';

/** GET /admin/documents: the library, or its trash. */
export function indexDocuments(deps: DocumentDeps): RequestHandler {
  return (req, res) => sendLibrary(deps, req, res);
}

/** GET /admin/documents/:id: the library with the pane of one document, for whom may see it. */
export function openDocument(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { id } = parseParams(req, documentParams);
    await sendDocument(deps, req, res, id, null);
  };
}

/**
 * The pane again after a change was refused (422, or 409 when somebody else was quicker): with everything that was typed, which is read
 * from the body, and on a conflict with what is there now beside it. @throws NotFound
 */
export async function sendRefusedChange(deps: DocumentDeps, req: Request, res: Response, id: number, { status, ...why }: { status: number } & Omit<Refused, 'typed'>): Promise<void> {
  res.status(status);
  await sendDocument(deps, req, res, id, { ...why, typed: typedIn(req) });
}

async function sendDocument(deps: DocumentDeps, req: Request, res: Response, id: number, refused: Refused | null): Promise<void> {
  const reader = { user: req.user!, now: deps.now() };
  const document = await findShownDocument(deps.db, seenBy(req), id);
  if (!document) throw new NotFound('There is no such document.');
  const uses = await listUses(deps.db, 'document', id, req.user);
  // beside a document of the trash stands the trash, whatever the address says
  const asked = askedFor(req, { openId: id, trash: document.trashedAt !== null, report: null });
  const { view, facts } = await libraryView(deps.db, reader, asked);
  const { listing, canManage, csrfToken } = asked;
  const pane = paneView(reader, { document, uses, listing, facts, canManage, csrfToken, origin: originOf(req, res.locals.site.baseUrl), refused });
  sendStaffPage(deps, req, res, { title: `${document.title} · Documents`, current: 'images', body: deps.templates.render('admin/documents/index', { ...view, pane }) });
}

/** The list alone. `report`: what came of several files or documents, where not all went well. */
export async function sendLibrary(deps: DocumentDeps, req: Request, res: Response, report: ReportView | null = null): Promise<void> {
  const { view } = await libraryView(deps.db, { user: req.user!, now: deps.now() }, askedFor(req, { openId: null, trash: null, report }));
  sendStaffPage(deps, req, res, { title: view.isTrash ? 'Documents in the trash' : 'Documents', current: 'images', body: deps.templates.render('admin/documents/index', { ...view, pane: null }) });
}

function askedFor(req: Request, { openId, trash, report }: { openId: number | null; trash: boolean | null; report: ReportView | null }): LibraryRequest {
  const { done, n, about, ...listing } = parseQuery(req, libraryQuery);
  return {
    listing: { ...listing, trash: trash ?? listing.trash }, seen: seenBy(req), canManage: may(req.user, 'manage', { area: 'media' }), csrfToken: sessionToken(req),
    email: req.user!.email, openId, done: { done, n, about }, report,
  };
}

/** Who looks after the library sees all of it; others what everybody may have, and what belongs to pages that they may see. */
export function seenBy({ user }: Request): Seen {
  return may(user, 'manage', { area: 'media' }) ? 'all' : pagesFor(user, 'view');
}

/** Of a form that has only a button, nothing. */
function typedIn(req: Request): Refused['typed'] {
  const body = (req.body ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(PANE_FIELDS.flatMap((name) => (typeof body[name] === 'string' ? [[name, body[name]]] : [])));
}
