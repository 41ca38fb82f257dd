import type { Pool } from 'pg';
import type { Log } from '../../platform/log';
import type { MediaChangeDeps } from '../media/change-media';
import type { LibraryDeps } from './show-controller';

export interface ImageDeps extends LibraryDeps, MediaChangeDeps {
  readonly pool: Pool;
  readonly log: Log;
  /** Where files on their way in lie. */
  readonly mediaFolder: string;
}
