import type { StaffPageDeps } from '../../accounts/staff-page';
import type { PageDeps } from '../deps';
import type { ChangeDeps } from '../sites/change';

/** What the editor's screens need. `assets` are those of the staff area. */
export interface EditorDeps extends StaffPageDeps, ChangeDeps, Pick<PageDeps, 'registry'> {}
