import type { Request, RequestHandler, Response } from 'express';
import type { Pool } from 'pg';
import { actorOf } from '../../accounts/actor';
import { A_MONTH, formTokens } from '../../platform/http/form-token';
import { parseParams } from '../../platform/http/strict-input';
import { formatTime, formatWait } from '../../platform/instants';
import type { Log } from '../../platform/log';
import type { GateDeps } from '../access/gate';
import { sendHtml } from '../pages/answer';
import { showPage } from '../pages/show-page';
import { findForm, type FoundForm } from './find-form';
import type { AnswerProblem, Typed } from './form';
import { formParams } from './forms';
import type { TakeSubmission } from './limits';
import { OPENED, readSubmission, TRAP, typedIn } from './read-submission';
import { submit } from './submit';

export interface FormDeps extends GateDeps {
  readonly pool: Pool;
  readonly log: Pick<Log, 'info'>;
  /** The first signs form tokens, all of them are believed. */
  readonly sessionSecrets: readonly string[];
}

/** Nobody reads a form and fills it in within less; programs do. */
const LEAST_TIME = 2_000;

/** GET /forms/:id: where a browser ends up that reloads what it sent. */
export function showForm(deps: FormDeps): RequestHandler {
  return async (req, res) => {
    const found = await findForm(deps, req, res, parseParams(req, formParams).id);
    if (found) res.setHeader('Cache-Control', 'no-store').redirect(301, found.url);
  };
}

/**
 * POST /forms/:id. The guard has seen that it comes from a page of ours with a token of ours. Wrong answers
 * come first, so that a reader who is too quick is told of them; only what would be kept is held to be a program's.
 */
export function createSubmission(deps: FormDeps, takeSubmission: TakeSubmission): RequestHandler {
  // with a clock that is slow by that much, a token that is younger lies in the future, and is none
  const oldTokens = formTokens({ secrets: deps.sessionSecrets, now: () => new Date(deps.now().getTime() - LEAST_TIME) });

  return async (req, res) => {
    const found = await findForm(deps, req, res, parseParams(req, formParams).id);
    if (!found) return;
    const typed = typedIn(req.body);
    const { answers, problems } = readSubmission(found.form, typed);
    if (isTrapped(typed)) return thankProgram(deps, res, found, 'trap');
    if (problems.length > 0) return showAgain(deps, req, res.status(422), { ...found, typed, problems });

    const opened = typed[OPENED]?.[0] ?? '';
    if (!oldTokens.isValid(opened, A_MONTH)) return thankProgram(deps, res, found, 'time');
    const wait = await takeSubmission(req.ip);
    if (wait !== null) return showAgain(deps, req, res.status(429).set('Retry-After', String(wait)), { ...found, typed, problems: [tooMany(deps.now(), wait)] });

    await submit(deps, actorOf(req, res), { site: res.locals.site, page: found.page, form: found.form, answers, opened });
    thank(res, found);
  };
}

/** A field that nobody sees: whoever fills it in reads the source only. */
function isTrapped(typed: Typed): boolean {
  return (typed[TRAP] ?? []).some((text) => text !== '');
}

/** It learns nothing from the answer; we say in the log why nothing was kept. */
function thankProgram({ log }: FormDeps, res: Response, found: FoundForm, sign: 'trap' | 'time'): void {
  log.info({ id: res.locals.requestId, page: found.page.id, sign }, 'A form was sent by a program, so nothing was kept');
  thank(res, found);
}

function thank(res: Response, { url }: FoundForm): void {
  res.setHeader('Cache-Control', 'no-store').redirect(303, `${url}thanks/`);
}

function tooMany(now: Date, seconds: number): AnswerProblem {
  const then = new Date(now.getTime() + seconds * 1_000);
  return { name: null, message: `Your network has sent several forms in a short time. Nothing is lost: what you typed stands below, and you can send it ${formatWait(seconds)}, at ${formatTime(then)}.` };
}

/** The page once more, with all that was typed. */
async function showAgain(deps: FormDeps, req: Request, res: Response, { page, url, typed, problems }: FoundForm & { typed: Typed; problems: readonly AnswerProblem[] }): Promise<void> {
  const opened = typed[OPENED]?.[0];
  const submission = { typed, problems, opened: deps.formTokens.isValid(opened, A_MONTH) ? opened! : null };
  const shown = await showPage(deps, { site: res.locals.site, page, match: undefined, url, query: {}, staffBar: res.locals.staffBar, submission });
  if (shown?.kind !== 'html') throw new Error(`The form of page ${page.id} does not show as a page`);
  sendHtml(req, res, shown.html, 'never');
}
