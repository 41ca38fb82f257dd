import type { Pool } from 'pg';
import type { StaffPageDeps } from '../../accounts/staff-page';
import type { PageDirectory } from '../../accounts/page-directory';
import type { Registry } from '../registry';
import type { ChangeDeps } from '../sites/change';

export interface HistoryDeps extends StaffPageDeps, ChangeDeps {
  readonly registry: Registry;
  readonly pool: Pool;
  readonly pages: PageDirectory;
}
