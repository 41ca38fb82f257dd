import type { Request, Response } from 'express';
import { HttpError } from '../../platform/http/errors';
import { previewHtml } from '../../platform/http/headers';
import { encodePath } from '../addresses/path';
import type { PageDeps } from '../deps';
import { urlOf, type LivePage } from '../pages/page';
import { showPage } from '../pages/show-page';
import './views';

export interface PreviewDeps extends PageDeps {
  /** Address of the built script that keeps the reader's place. */
  readonly previewScript: string;
  readonly originOf: (req: Request) => string;
}

interface Preview {
  readonly page: LivePage;
  /** Said above the page, for people who have no editor around it; null: nothing. */
  readonly words: string | null;
  /** Who may show it in a frame. */
  readonly frame: 'self' | 'none';
}

/** A page as the reader will see it, in a sandbox and kept by nobody. What cannot be shown as a page says so in its place. */
export async function sendPreview(deps: PreviewDeps, req: Request, res: Response, { page, words, frame }: Preview): Promise<void> {
  const url = urlOf(encodePath(page.path));
  const preview = { script: deps.previewScript, words };
  const shown = await showPage(deps, { site: res.locals.site, page, match: undefined, url, query: {}, staffBar: null, preview });
  if (shown?.kind === 'html') return send(deps, req, res, { html: shown.html, frame });
  const message = shown?.kind === 'redirect' ? `Readers of this page are sent on to ${shown.redirect}.` : 'This page has nothing to show yet.';
  sendWords(deps, req, res, { message, frame });
}

/** For the frame: an error page of the site there would look like the page itself. */
export function sendWords(deps: PreviewDeps, req: Request, res: Response, { message, frame = 'self' }: { message: string; frame?: Preview['frame'] }): void {
  send(deps, req, res, { html: deps.templates.render('admin/preview/says', { message, assets: deps.assets, script: deps.previewScript }), frame });
}

/** What went wrong, in the frame; failures of ours go on to the error page. */
export function sendRefusal(deps: PreviewDeps, req: Request, res: Response, error: unknown): void {
  if (!(error instanceof HttpError) || error.status >= 500) throw error;
  sendWords(deps, req, res.status(error.status).set(error.headers), { message: error.message });
}

function send({ originOf }: PreviewDeps, req: Request, res: Response, { html, frame }: { html: string; frame: Preview['frame'] }): void {
  res.set(previewHtml(originOf(req), frame)).type('html').send(html);
}
