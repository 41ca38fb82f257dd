import type { PageRow } from '../pages/queries';
import type { EditorUrls } from './views';

/** Where the editor of a page sends things, and where it leads. */
export function urlsOf({ id, parentId }: Pick<PageRow, 'id' | 'parentId'>, { maySeeParent, mayEdit, mine }: { maySeeParent: boolean; mayEdit: boolean; mine: boolean }): EditorUrls {
  const { workingCopy, preview, presence, history, share } = scriptUrls(id);
  return {
    workingCopy, preview, presence, history, share: mayEdit ? share : null,
    back: maySeeParent ? `/admin/pages/${parentId}` : '/admin/pages', firstPreview: `${preview}${mine ? '?mine=1' : ''}`,
  };
}

/** What the script is told when a page has just been made, by somebody who may change it. */
export function scriptUrls(id: number): Readonly<Record<'edit' | 'revisions' | 'workingCopy' | 'preview' | 'presence' | 'history' | 'share', string>> {
  const base = `/admin/pages/${id}`;
  return {
    edit: `${base}/edit`, revisions: `${base}/revisions`, workingCopy: `${base}/working-copy`, preview: `${base}/preview`, presence: `${base}/presence`,
    history: `${base}/history`, share: `${base}/preview-links`,
  };
}
