import type { Request, Response } from 'express';
import { sendStaffPage } from '../../accounts/staff-page';
import { originOf } from '../../platform/http/origin';
import { parseQuery } from '../../platform/http/strict-input';
import type { LibraryDeps } from '../library/deps';
import { listedFrom } from '../library/item-view';
import { DOCUMENTS } from '../library/kinds';
import { libraryRequest } from '../library/request';
import { seenBy } from '../library/seen';
import type { FileAnswer, MediaSection, Shown } from '../library/section';
import { listUses } from '../media/uses';
import { documentUrl, fileDetail } from './document-file';
import { listingQuery } from './forms';
import { rowView, documentsView } from './library-view';
import { getShownDocument } from './list-queries';
import { documentPane } from './pane-view';
import { getDocument, type DocumentRow } from './queries';
import { PANE_FIELDS } from './views';

/** Documents, as the handlers of the library ask for them. */
export function documentSection(deps: LibraryDeps): MediaSection {
  return {
    kind: DOCUMENTS, deps, fields: PANE_FIELDS,
    listing: (req) => parseQuery(req, listingQuery),
    answer: async (id) => documentAnswer(await getDocument(deps.db, id)),
    show: (req, res, shown) => showDocuments(deps, req, res, shown),
  };
}

/** `address`: where readers get it. */
function documentAnswer({ id, title, filename, bytes, version }: DocumentRow): FileAnswer & { readonly address: string } {
  return { uri: `document:${id}`, id, label: title, detail: fileDetail({ filename, bytes }), thumb: null, url: `${DOCUMENTS.base}/${id}`, version, address: documentUrl(id, filename) };
}

async function showDocuments(deps: LibraryDeps, req: Request, res: Response, { open, report }: Shown): Promise<void> {
  const reader = { user: req.user!, now: deps.now() };
  const document = open && await getShownDocument(deps.db, seenBy(req), open.id);
  const asked = libraryRequest(req, parseQuery(req, listingQuery), { open: document, report });
  const { view, facts } = await documentsView(deps.db, reader, asked);
  const uses = document && await listUses(deps.db, 'document', document.id, req.user);
  const pane = uses && documentPane(reader, { file: document, facts, asked, refused: open.refused, note: open.note ?? null, uses, origin: originOf(req, res.locals.site.baseUrl) });
  const beside = uses && !view.items.some(({ id }) => id === document.id) ? rowView(reader, listedFrom(document, uses, facts), asked) : null;
  const title = pane ? `${pane.title} · Documents` : view.heading;
  sendStaffPage(deps, req, res, { title, current: 'images', body: deps.templates.render('admin/documents/index', { ...view, pane, beside }) });
}
