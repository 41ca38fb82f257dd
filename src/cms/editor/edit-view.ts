import type { Request } from 'express';
import { may } from '../../accounts/permissions';
import { sessionToken } from '../../platform/http/csrf';
import type { Html } from '../../platform/html/html';
import { instantIn } from '../../platform/instants';
import { statusOf } from '../explorer/page-status';
import { pageTarget, parentTarget } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { getPageType } from '../registry';
import { may as isPossible, stateOf } from '../workflow/states';
import { blockRights } from './block-rights';
import type { EditorDeps } from './editor-deps';
import { controlsOf, linksToProblems, type Printed } from './form-controls';
import { labelsOf, printedLabels } from './labels';
import { menuOf, settingsLinks } from './menu';
import { getAround, type Around } from './queries';
import type { Source } from './source';
import { urlsOf } from './urls';
import type { EditorView } from './views';

export interface ToPrint extends Printed {
  readonly page: PageRow;
  /** What the form starts from. After a refusal the text is another: what was typed. */
  readonly source: Source;
  readonly note: string | null;
  readonly problem: string | null;
  readonly done: Html | null;
}

/** The editor of a page that exists, for whoever may see it: read only for those who may not change it. */
export async function editorView(deps: EditorDeps, req: Request, { page, source, note, problem, done, ...printed }: ToPrint): Promise<EditorView> {
  const type = getPageType(deps.registry, page.type);
  const target = pageTarget(page);
  const around = await getAround(deps.db, page.id);
  const labels = await labelsOf(deps, type, printed.text, { user: req.user, gateId: page.gateId, pageId: page.id });
  const { timeZone: zone, email } = req.user!;
  const readOnly = readOnlyWords(req, page, around);
  const parent = parentTarget(page);
  const maySeeParent = parent !== undefined && may(req.user, 'view', parent);
  const controls = controlsOf({ templates: deps.templates, type, labels, zone, may: blockRights(req.user, target), hasSlug: page.parentId !== null }, printed);
  const { copy, base, number } = source;
  return {
    csrfToken: sessionToken(req), note, problem, done, controls,
    page: { id: page.id, heading: page.title || 'Untitled', typeLabel: type.label, parentTitle: maySeeParent && around.parentTitle ? around.parentTitle : 'Pages' },
    status: statusOf({ ...page, dueAt: around.scheduledAt, expiredAt: around.expiredAt }, zone, deps.now()),
    lock: lockWords(page, around, zone), readOnly,
    urls: urlsOf(page, { maySeeParent, mayEdit: may(req.user, 'edit', target), mine: copy !== null }),
    may: { save: readOnly === null, publish: may(req.user, 'publish', target) && isPossible(page, 'publish') },
    menu: menuOf(req.user, page), links: settingsLinks(req.user, page),
    form: {
      action: `/admin/pages/${page.id}/revisions`, base: base === null ? '' : String(base), number: String(number), parent: '', type: '', key: '',
      kept: copy?.updatedAt.toISOString() ?? '', email, ...printedLabels(labels), uploads: may(req.user, 'manage', { area: 'media' }),
    },
    title: printed.text.title, titleProblem: printed.problems.find(({ field }) => field === 'title')?.message ?? null,
    problems: linksToProblems(type, printed), copy: readOnly === null ? copyWords(source, around, zone) : null,
  };
}

function readOnlyWords(req: Request, page: PageRow, around: Around): string | null {
  if (stateOf(page) === 'trashed') return 'This page is in the trash: restore it to change it.';
  if (!may(req.user, 'edit', pageTarget(page))) return 'You may see this page, and not change it.';
  return page.lockedAt === null ? null : `${lockWords(page, around, req.user!.timeZone)!} Nobody can change it until it is unlocked.`;
}

function lockWords({ lockedAt }: PageRow, { lockedByName }: Around, zone: string): string | null {
  return lockedAt === null ? null : `Locked by ${lockedByName ?? 'the system'} since ${instantIn(zone, lockedAt)}.`;
}

function copyWords({ copy, base, draft }: Source, { draftBy }: Around, zone: string): string | null {
  if (!copy) return null;
  const typed = `You typed this until ${instantIn(zone, copy.updatedAt)} and have not saved it. Only you see it.`;
  if (!draft || draft.id === base) return typed;
  return `${typed} Meanwhile ${draftBy ?? 'somebody'} saved a newer revision, on ${instantIn(zone, draft.createdAt)}: saving merges the two.`;
}
