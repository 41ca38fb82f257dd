import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'express';
import type { HttpError } from '../platform/http/errors';
import { isUnsafe } from '../platform/http/methods';
import { setStaffHeaders } from '../platform/http/staff-headers';
import { may } from './permissions';
import { pageBefore } from './require';
import { sendStaffPage, type StaffPageDeps } from './staff-page';
import { navigationFor } from './staff-sections';

export interface StaffErrorView {
  readonly status: number;
  readonly title: string;
  /** What went wrong: a sentence without secrets. */
  readonly message: string;
  readonly back: { readonly text: string; readonly url: string };
  /** A form was sent, which the browser still has. */
  readonly wasForm: boolean;
  /** The id of the request in the log, where the failure is ours. */
  readonly reference: string | null;
  readonly supportEmail: string;
}

declare module '../platform/http/views' {
  interface Views {
    'admin/error': StaffErrorView;
  }
}

/** Whether the frame of the staff area is the one that this reader knows: whoever may enter it, below `/admin`. */
export function isStaffRequest(req: Request): boolean {
  return /^\/admin(?=[/?]|$)/.test(req.originalUrl) && may(req.user, 'enter', { area: 'staff' });
}

/** The page of an error within the staff area. Asks nothing of the database: who reads it was known when the request began. `origin`: ours. */
export function sendStaffError(deps: StaffPageDeps, req: Request, res: Response, { status, message }: HttpError, { origin, supportEmail }: { origin: string; supportEmail: string }): void {
  setStaffHeaders(res, origin);
  const title = TITLES[status] ?? STATUS_CODES[status] ?? 'Error';
  const body = deps.templates.render('admin/error', {
    status, title, supportEmail, back: wayBack(req), wasForm: isUnsafe(req.method), reference: status === 500 ? res.locals.requestId : null,
    message: WORDS[status] ?? message,
  });
  sendStaffPage(deps, req, res, { title, current: null, body });
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'This could not be understood',
  403: 'This was not allowed',
  404: 'There is nothing here',
  405: 'There is no page here',
  409: 'Somebody was quicker',
  410: 'This is gone',
  413: 'This is too much at once',
  415: 'This is not taken here',
  422: 'This cannot be done so',
  429: 'Too much in a short time',
  500: 'Something went wrong on our side',
  507: 'There is no room left',
};

/** Instead of the error's own, which tells a program more than a person. */
const WORDS: Readonly<Record<number, string>> = {
  405: 'Forms are sent to this address. It has no page of its own.',
  500: 'We are sorry. The error has been noted, and it is not your fault.',
};

/** The page that led here; if nobody says which, the section of this address. */
function wayBack(req: Request): StaffErrorView['back'] {
  const before = pageBefore(req);
  if (before !== null && (isUnsafe(req.method) || before !== req.originalUrl)) return { text: 'Back to where you were', url: before };
  const path = req.originalUrl.split('?')[0]!;
  const sections = navigationFor(req.user).flatMap(({ entries }) => entries);
  const section = sections.find(({ url }) => url !== '/admin' && (path.startsWith(`${url}/`) || (path === url && isUnsafe(req.method))));
  return section ? { text: `To ${section.label}`, url: section.url } : { text: 'To the staff area', url: '/admin' };
}
