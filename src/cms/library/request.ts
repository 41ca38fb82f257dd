import type { Request } from 'express';
import { may } from '../../accounts/permissions';
import { sessionToken } from '../../platform/http/csrf';
import { parseQuery } from '../../platform/http/strict-input';
import { noteQuery, type Done } from './forms';
import type { FormFields } from './merge-fields';
import type { Listing } from './listing';
import { seenBy, type Seen } from './seen';
import type { ReportView } from './views';

/** Who reads, and when. */
export interface Reader {
  readonly user: { readonly id: number; readonly timeZone: string };
  readonly now: Date;
}

/** What somebody asks of the library of one kind. */
export interface LibraryRequest<Own extends Listing> {
  readonly listing: Own;
  readonly seen: Seen;
  readonly canManage: boolean;
  readonly csrfToken: string;
  readonly email: string;
  readonly openId: number | null;
  readonly done: { readonly done: Done | null; readonly n: number; readonly about: number | null };
  readonly report: ReportView | null;
}

/** `listing`: of the address. `open`: whose pane stands beside the list. */
export function libraryRequest<Own extends Listing>(req: Request, listing: Own, { open, report }: { open: { id: number; trashedAt: Date | null } | null; report: ReportView | null }): LibraryRequest<Own> {
  return {
    // beside a file of the trash stands the trash, whatever the address says
    listing: open ? { ...listing, trash: open.trashedAt !== null } : listing,
    seen: seenBy(req), canManage: may(req.user, 'manage', { area: 'media' }), csrfToken: sessionToken(req), email: req.user!.email,
    openId: open?.id ?? null, done: parseQuery(req, noteQuery), report,
  };
}

/** What was typed into these fields of a form, and what they were when it was shown, as text; of a form that has only a button, nothing. */
export function formIn(req: Request, fields: readonly string[]): FormFields {
  const body = (req.body ?? {}) as Readonly<Record<string, unknown>>;
  const read = (prefix: string) => new Map(fields.flatMap((name) => {
    const value = body[prefix + name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  }));
  return { was: read('was.'), typed: read('') };
}
