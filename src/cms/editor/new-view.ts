import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { may } from '../../accounts/permissions';
import { sessionToken } from '../../platform/http/csrf';
import { pageTarget } from '../pages/on-page';
import { blockRights } from './block-rights';
import type { EditorDeps } from './editor-deps';
import { controlsOf, linksToProblems, type Printed } from './form-controls';
import { labelsOf, printedLabels } from './labels';
import type { NewPage } from './new-page';
import type { EditorView } from './views';

/** The editor of a page that nobody has made yet. `key`: of the form, the same when it is printed again. */
export async function newEditorView(deps: EditorDeps, req: Request, { parent, type }: NewPage, printed: Printed, { key = newKey(), problem = null }: { key?: string; problem?: string | null } = {}): Promise<EditorView> {
  const labels = await labelsOf(deps, type, printed.text, { user: req.user, gateId: parent.gateId, pageId: null });
  const { timeZone: zone, email } = req.user!;
  const target = pageTarget(parent);
  return {
    csrfToken: sessionToken(req), note: null, problem, done: null, lock: null, readOnly: null, copy: null, menu: [], links: [],
    page: { id: null, heading: `New: ${type.label}`, typeLabel: type.label, parentTitle: parent.title },
    status: { kind: 'draft', icon: 'ring', words: 'Not made yet' },
    urls: { back: `/admin/pages/${parent.id}`, workingCopy: '', preview: '/admin/pages/preview', firstPreview: null, presence: '', history: '', share: '' },
    may: { save: true, publish: may(req.user, 'publish', target) },
    form: {
      action: '/admin/pages', base: '', number: '0', parent: String(parent.id), type: type.key, key, kept: '', email,
      ...printedLabels(labels), uploads: may(req.user, 'manage', { area: 'media' }),
    },
    controls: controlsOf({ templates: deps.templates, type, labels, zone, may: blockRights(req.user, target), hasSlug: true }, printed),
    title: printed.text.title, titleProblem: printed.problems.find(({ field }) => field === 'title')?.message ?? null,
    problems: linksToProblems(type, printed),
  };
}

function newKey(): string {
  return randomBytes(16).toString('base64url');
}
