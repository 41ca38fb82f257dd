import type { Actor } from '../../platform/history/record';
import { Unprocessable } from '../../platform/http/errors';
import { lockPage, type PageRow } from '../pages/queries';
import type { Registry } from '../registry';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { answerPictures, type PictureAnswer } from './answer-pictures';
import type { UndecidedPicture } from './needed';
import { DraftMovedOn, publishIn } from './publish';
import { scheduleIn } from './schedule';
import { check } from './states';

export interface Decision {
  readonly alt: string;
  readonly decision: 'described' | 'decorative' | null;
}

export interface FromDialog {
  readonly page: PageRow;
  /** The draft that was shown. */
  readonly revisionId: number;
  readonly pictures: readonly UndecidedPicture[];
  /** One for each picture. */
  readonly decisions: readonly Decision[];
  /** Null: now. */
  readonly at: { readonly dueAt: Date; readonly timeZone: string } | null;
}

/**
 * What the dialog was sent for, whole or not at all: decisions about pictures become a revision, and that goes live now or at its time.
 * @throws Unprocessable where a picture is still undecided or something else is missing; Conflict as publishing and planning do
 */
export async function publishFromDialog(deps: ChangeDeps & { registry: Registry }, actor: Actor, asked: FromDialog): Promise<void> {
  const answers = answersOf(asked);
  await changeSite(deps, asked.page.siteId, actor, async (change) => {
    await lockTree(change.trx, asked.page.siteId);
    const revisionId = await finalRevision({ ...change, registry: deps.registry }, actor, asked, answers);
    const what = { pageId: asked.page.id, revisionId };
    if (asked.at) await scheduleIn({ ...change, registry: deps.registry }, actor, { ...what, ...asked.at });
    else await publishIn({ ...change, registry: deps.registry }, what);
  });
}

async function finalRevision(change: Change & { registry: Registry }, actor: Actor, { page: { id }, revisionId, at }: FromDialog, answers: readonly PictureAnswer[]): Promise<number> {
  const page = await lockPage(change.trx, id);
  check(page, at ? 'schedule' : 'publish');
  if (page.draftRevisionId !== revisionId) throw new DraftMovedOn();
  return answers.length === 0 ? revisionId : answerPictures(change, actor, { pageId: id, revisionId, answers });
}

function answersOf({ pictures, decisions }: FromDialog): PictureAnswer[] {
  const problems = decisions.flatMap(({ alt, decision }, number) => {
    if (decision === null) return [{ field: `decorative${number}`, message: 'Describe the picture, or say that it is decoration.' }];
    return decision === 'described' && alt === '' ? [{ field: `alt${number}`, message: 'A description is needed.' }] : [];
  });
  if (problems.length > 0) throw new Unprocessable(problems);
  return pictures.map(({ path }, number) => {
    const { alt, decision } = decisions[number]!;
    return decision === 'decorative' ? { path, alt: null, decorative: true } : { path, alt, decorative: false };
  });
}
