import type { Request, RequestHandler, Response } from 'express';
import { may } from '../../accounts/permissions';
import { sendEditorPage } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import type { Html } from '../../platform/html/html';
import { parseQuery } from '../../platform/http/strict-input';
import { pageOf, pageTarget } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { doneNote } from '../workflow/done';
import { DONE, type Done } from '../workflow/forms';
import { editorView, type ToPrint } from './edit-view';
import type { EditorDeps } from './editor-deps';
import { editQuery } from './forms';
import { currentSource } from './source';

const NOTES: Readonly<Record<string, string>> = {
  saved: 'The revision is saved. Readers see no difference until it is published.',
  merged: 'The revision is saved. Somebody else had saved meanwhile: both texts are in it now.',
  unchanged: 'The newest revision says just this already: nothing new was saved.',
  created: 'The page is made: a draft, seen by staff only, until somebody publishes it.',
  discarded: 'Your changes are discarded. The form shows the newest revision.',
};

/** GET /admin/pages/:id/edit */
export function editPage(deps: EditorDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    const { done } = parseQuery(req, editQuery);
    const source = await currentSource(deps, page, req.user!.id);
    const note = done === undefined ? null : NOTES[done] ?? null;
    await sendEditor(deps, req, res, { page, source, text: source.text, problems: [], typed: new Map(), note, problem: null, done: await doneHtml(deps, req, page, done) });
  };
}

export async function sendEditor(deps: EditorDeps, req: Request, res: Response, print: ToPrint): Promise<void> {
  const body = deps.templates.render('admin/editor/edit', await editorView(deps, req, print));
  sendEditorPage(deps, req, res, { title: `Edit: ${print.page.title || 'Untitled'}`, body });
}

/** After publishing and its relatives: the workflow's words, with its way back. */
async function doneHtml({ db, templates }: EditorDeps, req: Request, page: PageRow, done: string | undefined): Promise<Html | null> {
  const known = DONE.find((one): one is Done => one === done);
  if (!known) return null;
  const note = await doneNote(db, page, known, { zone: req.user!.timeZone, mayPublish: may(req.user, 'publish', pageTarget(page)) });
  return templates.render('admin/workflow/_done', { csrfToken: sessionToken(req), done: note });
}
