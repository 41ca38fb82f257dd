import { may, type Holder, type Verb } from '../../accounts/permissions';
import type { Actor } from '../../platform/history/record';
import { Conflict, HttpError, Unprocessable } from '../../platform/http/errors';
import { pageTarget } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import type { Registry } from '../registry';
import { getRevision } from '../revisions/queries';
import type { ChangeDeps } from '../sites/change';
import { move } from '../workflow/move';
import { undecidedPictures } from '../workflow/needed';
import { publish } from '../workflow/publish';
import { check, type Transition } from '../workflow/states';
import { trash } from '../workflow/trash';
import { unpublish } from '../workflow/unpublish';
import type { BulkAction } from './forms';

/** What an action needs besides the pages. */
export interface BulkInput {
  /** Where pages were: readers see it. */
  readonly reason: string;
  /** The page above, for moving. */
  readonly parentId: number | null;
}

export interface Outcome {
  readonly page: PageRow;
  /** Null: done. */
  readonly refusal: string | null;
  /** Where what is missing can be put right. */
  readonly mend?: string;
  /** The page above it that took it along. */
  readonly with: PageRow | null;
}

/** Who asks: their rights, and the one that history names. */
export interface Asker {
  readonly user: Holder;
  readonly actor: Actor;
}

interface Rule {
  readonly verb: Verb;
  readonly transition: Transition;
  /** What stands below goes along, so that a page below another that was selected too needs nothing of its own. */
  readonly wholeSubtree: boolean;
}

const RULES: Readonly<Record<BulkAction, Rule>> = {
  publish: { verb: 'publish', transition: 'publish', wholeSubtree: false },
  unpublish: { verb: 'publish', transition: 'unpublish', wholeSubtree: false },
  move: { verb: 'edit', transition: 'move', wholeSubtree: true },
  trash: { verb: 'trash', transition: 'trash', wholeSubtree: true },
};

/** What would become of each page, asked of what is known before anything happens: those above first. */
export function foresee(action: BulkAction, user: Holder, pages: readonly PageRow[]): Outcome[] {
  const sorted = [...pages].sort((a, b) => a.ancestorIds.length - b.ancestorIds.length || a.path.localeCompare(b.path, 'en') || a.id - b.id);
  const takers: PageRow[] = [];
  return sorted.map((page) => {
    const taker = RULES[action].wholeSubtree ? takers.find(({ id }) => page.ancestorIds.includes(id)) : undefined;
    if (taker) return { page, refusal: null, with: taker };
    const refusal = refusalOf(action, user, page);
    if (refusal === null) takers.push(page);
    return { page, refusal, with: null };
  });
}

/** Why somebody may not do this to a page as it stands; null: they may. */
function refusalOf(action: BulkAction, user: Holder, page: PageRow): string | null {
  const { verb, transition } = RULES[action];
  if (!may(user, verb, pageTarget(page))) return `You may not ${action} this page.`;
  if (action === 'move' && page.liveRevisionId !== null && !may(user, 'publish', pageTarget(page))) return 'It is public: moving it needs the right to publish it.';
  try {
    check(page, transition);
  } catch (error) {
    if (error instanceof Conflict) return error.message;
    throw error;
  }
  if (action !== 'publish') return null;
  if (page.draftRevisionId === null) return 'Nothing of it is saved yet.';
  return page.draftRevisionId === page.liveRevisionId ? 'It is public as it was saved last.' : null;
}

type Deps = ChangeDeps & { registry: Registry; log: { error(facts: object, message: string): void } };

/** Each page in a transaction of its own, one after the other, those above first. Nothing of a page is half done. */
export async function doToAll(deps: Deps, { user, actor }: Asker, action: BulkAction, pages: readonly PageRow[], input: BulkInput): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const foreseen of foresee(action, user, pages)) {
    const taker = foreseen.with && outcomes.find(({ page }) => page.id === foreseen.with?.id);
    if (taker) outcomes.push({ ...foreseen, refusal: taker.refusal });
    else if (foreseen.refusal !== null) outcomes.push(foreseen);
    else outcomes.push({ ...foreseen, ...await tryTo(deps, foreseen.page, () => DO[action](deps, { user, actor }, foreseen.page, input)) });
  }
  return outcomes;
}

type Do = (deps: Deps, asker: Asker, page: PageRow, input: BulkInput) => Promise<unknown>;

const DO: Readonly<Record<BulkAction, Do>> = {
  publish: (deps, { actor }, page) => publish(deps, actor, { pageId: page.id, revisionId: page.draftRevisionId!, onlyDraft: true }),
  unpublish: (deps, { actor }, page, { reason }) => unpublish(deps, actor, { pageId: page.id, reason }),
  move: (deps, { user, actor }, page, { parentId }) => move(deps, actor, { pageId: page.id, parentId: parentId!, position: null, allow: (one, verb) => may(user, verb, pageTarget(one)) }),
  trash: (deps, { actor }, page, { reason }) => trash(deps, actor, { pageId: page.id, reason }),
};

async function tryTo(deps: Deps, page: PageRow, work: () => Promise<unknown>): Promise<Pick<Outcome, 'refusal' | 'mend'>> {
  try {
    await work();
    return { refusal: null };
  } catch (error) {
    if (error instanceof Unprocessable) return { refusal: error.message, mend: await mendAt(deps, page) };
    if (error instanceof HttpError) return { refusal: error.message };
    deps.log.error({ err: error }, 'One of several pages failed');
    return { refusal: 'Something went wrong, and nothing of this page was changed.' };
  }
}

/** The very picture that nobody has decided about; for all else the dialog that says what is needed. */
async function mendAt({ db, registry }: Deps, page: PageRow): Promise<string> {
  const revision = await getRevision(db, page.id, page.draftRevisionId!);
  const [picture] = undecidedPictures({ registry }, { page, revision });
  return picture ? `/admin/pages/${page.id}/edit#${picture.anchor}` : `/admin/pages/${page.id}/publication/new`;
}
