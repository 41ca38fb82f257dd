import type { Request, RequestHandler, Response } from 'express';
import type { Db } from '../../platform/db/connect';
import { HttpError } from '../../platform/http/errors';
import type { Limiter } from '../../platform/http/rate-limit';
import { parseQuery } from '../../platform/http/strict-input';
import { formatWait } from '../../platform/instants';
import { blockRights } from '../editor/block-rights';
import { newPlace, readNewPage } from '../editor/new-page';
import { headOf, readForm } from '../editor/read-form';
import { currentSource, sourceOfForm } from '../editor/source';
import { emptyText } from '../editor/text';
import { pageOf, pageTarget } from '../pages/on-page';
import { getPageType } from '../registry';
import { textOf, type PageText } from '../revisions/page-text';
import { getRevision } from '../revisions/queries';
import { previewQuery } from './forms';
import { previewedPage, type PreviewedPlace } from './previewed-page';
import { sendPreview, sendRefusal, type PreviewDeps } from './send-preview';

export interface StaffPreviewDeps extends PreviewDeps {
  readonly db: Db;
}

/** POST /admin/pages/:id/preview: what stands in the form, for the frame beside it. Nothing is stored. */
export function createPreview(deps: StaffPreviewDeps, limiter: Limiter): RequestHandler {
  return softly(deps, limiter, async (req, res) => {
    const page = pageOf(res);
    const type = getPageType(deps.registry, page.type);
    const stored = await sourceOfForm(deps, page, req.user!.id, headOf(req.body).base);
    const { text } = readForm(req.body, type, stored, blockRights(req.user, pageTarget(page)));
    await send(deps, req, res, { place: page, typeKey: page.type, text });
  });
}

/** POST /admin/pages/preview: the same of a page that is not made yet. */
export function createNewPreview(deps: StaffPreviewDeps, limiter: Limiter): RequestHandler {
  return softly(deps, limiter, async (req, res) => {
    const at = await readNewPage(deps, req, res);
    const { text } = readForm(req.body, at.type, emptyText(at.type), blockRights(req.user, pageTarget(at.parent)));
    await send(deps, req, res, { place: newPlace(at), typeKey: at.type.key, text });
  });
}

/** GET /admin/pages/:id/preview: the newest revision, the one that `revision` names, or (`mine`) what one has typed and not saved. */
export function showPreview(deps: StaffPreviewDeps, limiter: Limiter): RequestHandler {
  return softly(deps, limiter, async (req, res) => {
    const page = pageOf(res);
    const { revision, mine } = parseQuery(req, previewQuery);
    const type = getPageType(deps.registry, page.type);
    const source = await currentSource(deps, page, req.user!.id);
    const text = revision !== undefined ? textOf(type, await getRevision(deps.db, page.id, revision))
      : mine || !source.draft ? source.text : textOf(type, source.draft);
    await send(deps, req, res, { place: page, typeKey: page.type, text });
  });
}

async function send(deps: StaffPreviewDeps, req: Request, res: Response, { place, typeKey, text }: { place: PreviewedPlace; typeKey: string; text: PageText }): Promise<void> {
  const page = previewedPage(place, getPageType(deps.registry, typeKey), text, deps.now());
  await sendPreview(deps, req, res, { page, words: null, frame: 'self' });
}

type Show = (req: Request, res: Response) => Promise<void>;

/** In a frame every refusal is a sentence: too many at once (security rule 2.9), a revision that is not there. */
function softly(deps: StaffPreviewDeps, limiter: Limiter, show: Show): RequestHandler {
  return async (req, res) => {
    try {
      await refuseTooMany(limiter, req.user!.id);
      await show(req, res);
    } catch (error) {
      sendRefusal(deps, req, res, error);
    }
  };
}

async function refuseTooMany(limiter: Limiter, userId: number): Promise<void> {
  const wait = await limiter.take(String(userId));
  if (wait !== null) throw new HttpError(429, `Many previews in one minute: the next one comes ${formatWait(wait)}. Nothing that you type is lost.`, { 'Retry-After': String(wait) });
}
