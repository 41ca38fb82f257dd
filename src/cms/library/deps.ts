import type { Pool } from 'pg';
import type { StaffPageDeps } from '../../accounts/staff-page';
import type { Log } from '../../platform/log';
import type { MediaChangeDeps } from '../media/change-media';

export interface LibraryDeps extends StaffPageDeps, MediaChangeDeps {
  readonly pool: Pool;
  readonly log: Log;
  /** Where files on their way in lie. */
  readonly mediaFolder: string;
}
