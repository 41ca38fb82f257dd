import type { PageDirectory } from '../../accounts/page-directory';
import type { StaffPageDeps } from '../../accounts/staff-page';
import type { PageDeps } from '../deps';
import type { ChangeDeps } from '../sites/change';

/** What the screens of publishing need. */
export interface WorkflowDeps extends StaffPageDeps, ChangeDeps, Pick<PageDeps, 'registry' | 'navigation' | 'siteFeeds'> {
  readonly pages: PageDirectory;
}
