import type { Request, Response } from 'express';
import { sendStaffPage } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import { Conflict, NotFound, Unprocessable } from '../../platform/http/errors';
import type { Html } from '../../platform/html/html';
import type { PageRow } from '../pages/queries';
import type { Dialog } from './views';
import type { WorkflowDeps } from './workflow-deps';

/** Why something was refused: above the form, or beside its fields. */
export interface Refusal {
  readonly status: number;
  readonly problem: string | null;
  readonly problems: ReadonlyMap<string, string>;
}

export const NO_REFUSAL: Refusal = { status: 200, problem: null, problems: new Map() };

/** What somebody can read and act on; everything else is thrown on. `fields`: those that show their problem; others' go above the form. */
export function refusalOf(error: unknown, fields: readonly string[]): Refusal {
  if (error instanceof Conflict || error instanceof NotFound) return { status: 409, problem: error.message, problems: new Map() };
  if (!(error instanceof Unprocessable)) throw error;
  const elsewhere = error.problems.filter(({ field }) => !fields.includes(field)).map(({ message }) => message);
  return { status: 422, problem: elsewhere.length > 0 ? elsewhere.join(' ') : null, problems: new Map(error.problems.map(({ field, message }) => [field, message])) };
}

/** What every dialog about a page has. */
export function dialogOf(req: Request, page: PageRow, { problem, problems }: Refusal): Dialog {
  return { csrfToken: sessionToken(req), id: page.id, title: page.title, problem, problems, back: `/admin/pages/${page.id}/edit` };
}

/** As a page of the staff area; where scripts run, its form is shown over the page that asked for it. */
export function sendDialog(deps: WorkflowDeps, req: Request, res: Response, { title, body, status }: { title: string; body: Html; status: number }): void {
  res.status(status);
  sendStaffPage(deps, req, res, { title, current: 'pages', body });
}

/** What was typed into a field, for showing it again: the body as it came. */
export function typed(req: Request, name: string): string {
  const value: unknown = (req.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

export function isTicked(req: Request, name: string): boolean {
  return typed(req, name) === 'on';
}
