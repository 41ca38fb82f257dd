import { encodePath } from '../../cms/addresses/path';
import { urlOf } from '../../cms/pages/page';
import type { TreeRow } from './queries';

export interface Branch {
  readonly title: string;
  readonly url: string;
  readonly branches: readonly Branch[];
}

/** Rows whose parent is not among them stand at the top: that is the first level. */
export function branchesOf(rows: readonly TreeRow[]): Branch[] {
  const ids = new Set(rows.map(({ id }) => id));
  const below = (parentId: number): Branch[] => rows.filter((row) => row.parentId === parentId).map(toBranch);
  const toBranch = ({ id, title, path }: TreeRow): Branch => ({ title, url: urlOf(encodePath(path)), branches: below(id) });
  const [first] = rows;
  return rows.filter(({ parentId }) => !ids.has(parentId) && parentId === first?.parentId).map(toBranch);
}
