import type { ErrorRequestHandler, Request, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import type { Deps } from './build-deps';
import { signInUrl } from './accounts/require';
import { isStaffRequest, sendStaffError } from './accounts/staff-error';
import { goneView, notFoundView } from './cms/pages/missing-pages';
import { sendHtml, type Caching } from './cms/pages/answer';
import { buildFrame } from './cms/pages/build-frame';
import { PageGone, PageNotFound } from './cms/pages/serve';
import type { Html } from './platform/html/html';
import { apiHeaders, publicHtml } from './platform/http/headers';
import { HttpError, Unavailable } from './platform/http/errors';
import { wantsJson } from './platform/http/wants-json';

/** The last middleware: every error becomes a page with its own status, in the frame that its reader knows, or a problem document (RFC 9457). */
export function renderErrors(deps: Deps): ErrorRequestHandler {
  return async (thrown: unknown, req, res, next) => {
    if (res.headersSent) return next(thrown);
    const error = toHttpError(thrown);
    if (isOurs(error)) deps.log.error({ err: thrown, id: res.locals.requestId }, 'A request failed');

    res.status(error.status).set(error.headers);
    if (wantsJson(req)) return sendProblem(res, error);
    try {
      if (isStaffRequest(req) && error.status !== 503) sendStaffError({ ...deps, assets: deps.staffAssets }, req, res, error, { origin: deps.originOf(req), supportEmail: supportEmailOf(deps) });
      else await sendPage(deps, req, res, error);
    } catch (failure) {
      deps.log.error({ err: failure, id: res.locals.requestId }, 'The page of an error failed');
      sendBare(deps, req, res, isOurs(error) ? error : new HttpError(500, 'Something went wrong.'));
    }
  };
}

/** A disk without room: ours, but pages work, and whoever sent a file is told why it was not kept. */
const FULL = 507;

/** Our failure, not the client's mistake: a method that we do not know (501) is none. */
function isOurs({ status }: HttpError): boolean {
  return status >= 500 && status !== 501;
}

/** What PostgreSQL says about input is the input's fault (security rule 13); all that we did not foresee is ours. */
function toHttpError(thrown: unknown): HttpError {
  if (thrown instanceof HttpError) return thrown;
  const { code, name, message, status: given } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Partial<Record<'code' | 'name' | 'message' | 'status', unknown>>;
  const isClients = typeof given === 'number' && given >= 400 && given < 500; // Express' router on a path that it cannot decode
  const status = isClients ? given : FAILURES.find(([pattern]) => pattern.test(typeof code === 'string' ? code : `${String(name)}: ${String(message)}`))?.[1] ?? 500;
  if (status === 503) return new Unavailable();
  return new HttpError(status, MESSAGES[status] ?? 'Something went wrong.');
}

/**
 * Codes of PostgreSQL and of the network, and of what has none the name and the message: Knex when no connection can be had, pg when one
 * breaks under a request (Knex puts the statement before its words).
 */
const FAILURES: readonly (readonly [RegExp, number])[] = [
  [/^22/, 400], [/^2350[35]$/, 409], [/^(57014|55P03|57P0\d|08\w+|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/, 503],
  [/^KnexTimeoutError|(Connection (terminated|ended)( unexpectedly)?|a connection error and is not queryable|timeout exceeded when trying to connect)$/, 503],
];
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The address or what was sent with it is not written properly.', 409: 'Somebody else was quicker.',
};

function sendProblem(res: Response, error: HttpError): void {
  res.set({ ...apiHeaders, 'Cache-Control': 'no-store' });
  res.type('application/problem+json').send(JSON.stringify({ status: error.status, title: STATUS_CODES[error.status], detail: error.message }));
}

async function sendPage(deps: Deps, req: Request, res: Response, error: HttpError): Promise<void> {
  if (isOurs(error) && error.status !== FULL) return sendBare(deps, req, res, error);
  res.set(publicHtml(deps.originOf(req), deps.formTargets(res)));
  const { site } = res.locals;
  const { title, body } = await bodyOf(deps, req, res, error);
  const frame = await buildFrame(deps, {
    site, url: req.path, lang: site.lang, title, description: error.message, noindex: true, canonical: null, openGraph: null, structuredData: [],
    breadcrumbs: [{ title, url: null }], searchQuery: '', bodyClass: `template-${error.status}`, staffBar: res.locals.staffBar,
  });
  sendHtml(req, res, deps.templates.render('layouts/site', { frame, body, assets: deps.assets }), cachingOf(error));
}

function cachingOf({ status }: HttpError): Caching {
  return status === 404 || status === 410 ? 'not-found' : 'never';
}

async function bodyOf(deps: Deps, req: Request, res: Response, error: HttpError): Promise<{ title: string; body: Html }> {
  const { templates } = deps;
  const { supportEmail } = res.locals.site.settings;
  const { message, status } = error;
  if (error instanceof PageGone) return { title: 'Page removed', body: templates.render('errors/410', await goneView(deps, res.locals.site, error)) };
  if (status === 404) {
    const missing = error instanceof PageNotFound ? error : new PageNotFound(safeDecoded(req.path), []);
    return { title: 'Page not found', body: templates.render('errors/404', await notFoundView(deps, res.locals.site, missing)) };
  }
  if (status === 400) return { title: 'Bad request', body: templates.render('errors/400', { message, supportEmail }) };
  if (status === 403) return { title: 'Not allowed', body: templates.render('errors/403', { message, supportEmail, signInUrl: req.user ? null : signInUrl(req) }) };
  const title = STATUS_CODES[status] ?? 'Error';
  return { title, body: templates.render('errors/other', { status, title, message, supportEmail }) };
}

/** Needs no database and no menus (look.md): it must work when nothing else does. */
function sendBare(deps: Deps, req: Request, res: Response, { status }: HttpError): void {
  const { templates, sites, assets } = deps;
  const site = sites.default();
  const supportEmail = supportEmailOf(deps);
  res.set(publicHtml(deps.originOf(req), deps.formTargets(res)));
  const body = status === 503
    ? templates.render('errors/503', { supportEmail })
    : templates.render('errors/500', { supportEmail, reference: res.locals.requestId });
  const siteName = site?.name ?? 'IETF';
  const title = `${status === 503 ? 'Not available just now' : 'Something went wrong'} – ${siteName}`;
  res.status(status);
  sendHtml(req, res, templates.render('layouts/bare', { lang: site?.lang ?? 'en', title, siteName, body, assets }), 'never');
}

function supportEmailOf({ sites }: Deps): string {
  return sites.default()?.settings.supportEmail ?? 'support@ietf.org';
}

function safeDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

