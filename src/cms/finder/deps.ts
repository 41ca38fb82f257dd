import type { StaffPageDeps } from '../../accounts/staff-page';
import type { Db } from '../../platform/db/connect';
import type { Registry } from '../registry';

export interface FinderDeps extends StaffPageDeps {
  db: Db;
  now: () => Date;
  registry: Registry;
}
