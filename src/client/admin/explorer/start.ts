import { startDrops } from '../editor/drops';
import { startReordering } from './reorder';
import { startSelection } from './selection';

/** The explorer's lists: everything in them works without this, too. */
export function startExplorer(): void {
  if (!document.querySelector('[data-level]')) return;
  startDrops();
  startSelection();
  startReordering();
}
