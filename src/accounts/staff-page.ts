import type { Request, Response } from 'express';
import type { Html } from '../platform/html/html';
import type { Templates } from '../platform/http/views';
import { sessionToken } from '../platform/http/csrf';
import { navigationFor, type NavigationPart, type StaffSection } from './staff-sections';

/** Addresses of the built files for staff pages; null for those that the build does not have. */
export interface StaffAssets {
  readonly css: string;
  /** Refines what works without it. */
  readonly script: string;
  /** Besides that one, where a page is edited. */
  readonly editor: string;
  /** Applies the chosen theme before the first paint. */
  readonly theme: string;
}

/** What every page of the sign-in and staff pages is printed in. */
interface Outer {
  readonly title: string;
  readonly body: Html;
  readonly assets: StaffAssets;
  /** For the scripts, which the policy of these pages allows by nonce only. */
  readonly nonce: string;
}

export interface AdminLayout extends Outer {
  /** Null: none of the sidebar's. */
  readonly current: StaffSection | null;
  readonly navigation: readonly NavigationPart[];
  readonly csrfToken: string;
  readonly user: { readonly name: string; readonly email: string; readonly initials: string };
}

declare module '../platform/http/views' {
  interface Views {
    'layouts/plain': Outer;
    'layouts/admin': AdminLayout;
    /** The editor and what belongs to it: no sidebar, the whole width, and its own script. */
    'layouts/editor': Outer & { readonly csrfToken: string };
  }
}

export interface StaffPageDeps {
  templates: Templates;
  assets: StaffAssets;
}

/** A page without a sidebar: sign-in, sign-out. Its headers come from `staffHeaders`. */
export function sendPlainPage({ templates, assets }: StaffPageDeps, res: Response, { title, body }: { title: string; body: Html }): void {
  const { nonce } = res.locals;
  res.type('html').send(templates.render('layouts/plain', { title, body, assets, nonce }));
}

/** A page of the staff area, for somebody who passed `requireStaff`. */
export function sendStaffPage(
  { templates, assets }: StaffPageDeps, req: Request, res: Response, page: { title: string; current: StaffSection | null; body: Html },
): void {
  const { name, email } = req.user!;
  const { nonce } = res.locals;
  const user = { name, email, initials: initialsOf(name) };
  res.type('html').send(templates.render('layouts/admin', { ...page, assets, nonce, user, navigation: navigationFor(req.user), csrfToken: sessionToken(req) }));
}

/** A page that takes the whole window, for somebody who passed `requireStaff`: the editor, the conflict screen. Its body brings its own bar and `main`. */
export function sendEditorPage({ templates, assets }: StaffPageDeps, req: Request, res: Response, { title, body }: { title: string; body: Html }): void {
  res.type('html').send(templates.render('layouts/editor', { title, body, assets, nonce: res.locals.nonce, csrfToken: sessionToken(req) }));
}

/** `MO` for Maren Oduya: first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [...new Set([words[0], words.at(-1)])].map((word) => [...(word ?? '')][0] ?? '').join('').toUpperCase();
}
