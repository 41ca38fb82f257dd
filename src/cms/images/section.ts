import type { Request, Response } from 'express';
import { sendStaffPage } from '../../accounts/staff-page';
import { originOf } from '../../platform/http/origin';
import { parseQuery } from '../../platform/http/strict-input';
import type { LibraryDeps } from '../library/deps';
import { listedFrom } from '../library/item-view';
import { IMAGES } from '../library/kinds';
import { libraryRequest } from '../library/request';
import { seenBy } from '../library/seen';
import type { FileAnswer, MediaSection, Shown } from '../library/section';
import { listUses } from '../media/uses';
import { fileSet } from './file-set';
import { listingQuery } from './forms';
import { tileView, imagesView } from './library-view';
import { getShownImage } from './list-queries';
import { imagePane } from './pane-view';
import { getImage, type AltDecision, type LibraryImage } from './queries';
import { PANE_FIELDS } from './views';
import { fileWords, pixelWords } from './words';

/** Images, as the handlers of the library ask for them. */
export function imageSection(deps: LibraryDeps): MediaSection {
  return {
    kind: IMAGES, deps, fields: PANE_FIELDS,
    listing: (req) => parseQuery(req, listingQuery),
    answer: async (id) => imageAnswer(await getImage(deps.db, id)),
    show: (req, res, shown) => showImages(deps, req, res, shown),
  };
}

interface ImageAnswer extends FileAnswer {
  readonly alt: string | null;
  readonly altDecision: AltDecision | null;
}

function imageAnswer(image: LibraryImage): ImageAnswer {
  const { id, title, alt, altDecision, version } = image;
  return {
    uri: `image:${id}`, id, label: title, detail: `${pixelWords(image)}, ${fileWords(image)}`, thumb: fileSet(image, 'thumb', 1).src, url: `${IMAGES.base}/${id}`, version,
    alt, altDecision,
  };
}

async function showImages(deps: LibraryDeps, req: Request, res: Response, { open, report }: Shown): Promise<void> {
  const reader = { user: req.user!, now: deps.now() };
  const image = open && await getShownImage(deps.db, seenBy(req), open.id);
  const asked = libraryRequest(req, parseQuery(req, listingQuery), { open: image, report });
  const { view, facts } = await imagesView(deps.db, reader, asked);
  const uses = image && await listUses(deps.db, 'image', image.id, req.user);
  const pane = uses && imagePane(reader, { file: image, facts, asked, refused: open.refused, note: open.note ?? null, uses, origin: originOf(req, res.locals.site.baseUrl) });
  const beside = uses && !view.items.some(({ id }) => id === image.id) ? tileView(reader, listedFrom(image, uses, facts), asked) : null;
  const title = pane ? `${pane.title} · Images` : view.heading;
  sendStaffPage(deps, req, res, { title, current: 'images', body: deps.templates.render('admin/images/index', { ...view, pane, beside }) });
}
