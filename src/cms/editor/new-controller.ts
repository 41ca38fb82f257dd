import type { Request, RequestHandler, Response } from 'express';
import { sendEditorPage, sendStaffPage } from '../../accounts/staff-page';
import { parseQuery } from '../../platform/http/strict-input';
import { encodePath } from '../addresses/path';
import { urlOf } from '../pages/page';
import type { PageRow } from '../pages/queries';
import type { EditorDeps } from './editor-deps';
import type { Printed } from './form-controls';
import { newQuery } from './forms';
import { getParent, typeBelow, typesBelow, type NewPage } from './new-page';
import { newEditorView } from './new-view';
import { emptyText } from './text';

/** GET /admin/pages/new?parent=&type=: which kind of page, then its empty form. Nothing is made until something is typed or saved. */
export function newPage(deps: EditorDeps): RequestHandler {
  return async (req, res) => {
    const query = parseQuery(req, newQuery);
    const parent = await getParent(deps, req, res, query.parent);
    const types = typesBelow(deps, parent);
    const [only] = types;
    if (query.type === undefined && types.length === 1 && only) return res.redirect(303, urlOfNew(parent, only.key));
    if (query.type === undefined) return sendChooser(deps, req, res, parent);

    const type = typeBelow(deps, parent, query.type);
    await sendNewEditor(deps, req, res, { parent, type }, { text: emptyText(type), problems: [], typed: new Map() });
  };
}

export async function sendNewEditor(
  deps: EditorDeps, req: Request, res: Response, at: NewPage, printed: Printed, again: { key?: string; problem?: string | null } = {},
): Promise<void> {
  const body = deps.templates.render('admin/editor/edit', await newEditorView(deps, req, at, printed, again));
  sendEditorPage(deps, req, res, { title: `New: ${at.type.label}`, body });
}

function sendChooser(deps: EditorDeps, req: Request, res: Response, parent: PageRow): void {
  const body = deps.templates.render('admin/editor/new', {
    back: { label: `Back to ${parent.title}`, url: `/admin/pages/${parent.id}` },
    parent: { title: parent.title, url: urlOf(encodePath(parent.path)) },
    types: typesBelow(deps, parent).map(({ key, label, description }) => ({ label, description, url: urlOfNew(parent, key) })),
  });
  sendStaffPage(deps, req, res, { title: `Add a page below ${parent.title}`, current: 'pages', body });
}

function urlOfNew({ id }: PageRow, type: string): string {
  return `/admin/pages/new?${new URLSearchParams({ parent: String(id), type }).toString()}`;
}
