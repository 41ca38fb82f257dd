import type { RequestHandler } from 'express';
import { may, type Holder, type Verb } from '../../accounts/permissions';
import type { Db } from '../../platform/db/connect';
import type { StaffBar } from './frame';
import { pageTarget } from './on-page';
import { getPage, type PageRow } from './queries';

/** Signed-in staff get a small bar on public pages; for everybody else pages are the same, byte for byte. */
export const recogniseStaff: RequestHandler = (req, res, next) => {
  if (req.user && may(req.user, 'enter', { area: 'staff' })) res.locals.staffBar = { name: req.user.name, state: null, links: [] };
  next();
};

/** The bar with what somebody may do with the page they look at. One query, and only for staff. */
export async function staffBarOn(db: Db, user: Holder | undefined, bar: StaffBar | null, pageId: number): Promise<StaffBar | null> {
  if (!bar) return null;
  const page = await getPage(db, pageId);
  if (!may(user, 'view', pageTarget(page)) && !may(user, 'edit', pageTarget(page))) return bar;
  return { ...bar, state: stateWords(page), links: linksFor(user, page) };
}

function linksFor(user: Holder | undefined, page: PageRow): StaffBar['links'] {
  const url = `/admin/pages/${page.id}`;
  const links: readonly { verb: Verb; label: string; url: string }[] = [
    { verb: 'edit', label: 'Edit', url: `${url}/edit` }, { verb: 'view', label: 'Explore', url },
    { verb: 'add', label: 'Add below', url: `/admin/pages/new?parent=${page.id}` }, { verb: 'view', label: 'History', url: `${url}/history` },
  ];
  return links.filter(({ verb }) => may(user, verb, pageTarget(page))).map(({ label, url: to }) => ({ label, url: to }));
}

/** What readers do not see of it. */
function stateWords({ liveRevisionId, draftRevisionId, lockedAt, effectiveAccess }: PageRow): string | null {
  const words = [
    draftRevisionId !== null && draftRevisionId !== liveRevisionId ? 'Edits waiting' : null, lockedAt === null ? null : 'Locked', effectiveAccess === 'public' ? null : 'Private',
  ].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(' · ');
}
