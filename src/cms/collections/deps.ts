import type { PageDirectory } from '../../accounts/page-directory';
import type { StaffPageDeps } from '../../accounts/staff-page';
import type { MediaChangeDeps } from '../media/change-media';
import type { Registry } from '../registry';

export interface CollectionsDeps extends StaffPageDeps, MediaChangeDeps {
  readonly registry: Registry;
  readonly pages: PageDirectory;
}
