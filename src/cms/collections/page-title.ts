import { may, type Holder } from '../../accounts/permissions';
import { pageTarget } from '../pages/on-page';
import type { PageOfFiles } from './queries';

/** What somebody may hear of the page that a collection belongs to: they may look after files without seeing every page. */
export function titleFor(user: Holder | undefined, page: PageOfFiles): string {
  return maySeePage(user, page) ? page.title : 'a page that you may not see';
}

export function maySeePage(user: Holder | undefined, page: PageOfFiles): boolean {
  return may(user, 'view', pageTarget({ ...page, ancestorIds: [...page.ancestorIds] })) || (page.live && page.access === 'public');
}
