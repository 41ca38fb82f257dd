import type { PageRow } from '../pages/queries';
import type { EditorUrls } from './views';

/** Where the editor of a page sends things, and where it leads. */
export function urlsOf({ id, parentId }: Pick<PageRow, 'id' | 'parentId'>, { mayEdit, mine }: { mayEdit: boolean; mine: boolean }): EditorUrls {
  const base = `/admin/pages/${id}`;
  return {
    ...scriptUrls(id), back: parentId === null ? '/admin/pages' : `/admin/pages/${parentId}`,
    firstPreview: `${base}/preview${mine ? '?mine=1' : ''}`, history: `${base}/history`, share: mayEdit ? `${base}/preview-links` : null,
  };
}

/** What the script is told when a page has just been made. */
export function scriptUrls(id: number): { edit: string; revisions: string; workingCopy: string; preview: string; presence: string; conflict: string } {
  const base = `/admin/pages/${id}`;
  return { edit: `${base}/edit`, revisions: `${base}/revisions`, workingCopy: `${base}/working-copy`, preview: `${base}/preview`, presence: `${base}/presence`, conflict: `${base}/conflict` };
}
