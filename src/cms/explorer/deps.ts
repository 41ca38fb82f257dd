import type { Pool } from 'pg';
import type { PageDirectory } from '../../accounts/page-directory';
import type { StaffPageDeps } from '../../accounts/staff-page';
import type { Log } from '../../platform/log';
import type { Registry } from '../registry';
import type { ChangeDeps } from '../sites/change';

export interface ExplorerDeps extends StaffPageDeps, ChangeDeps {
  readonly registry: Registry;
  readonly pool: Pool;
  readonly log: Log;
  readonly pages: PageDirectory;
}
