import { record, type Actor } from '../../platform/history/record';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { checkSlug } from '../pages/check-slug';
import { getPage, lockPage, type PageRow } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import { getRevision } from '../revisions/queries';
import type { Change, ChangeDeps } from '../sites/change';
import { completeContent } from './complete-content';
import { DraftMovedOn } from './publish';
import { cancelPending, insertScheduled } from './schedule-queries';
import { check } from './states';

export interface Schedule {
  pageId: number;
  revisionId: number;
  dueAt: Date;
  /** In which it was chosen: a name of the IANA database. */
  timeZone: string;
  /** Refuse when somebody has saved a newer revision meanwhile. */
  onlyDraft?: boolean;
}

type Deps = Pick<ChangeDeps, 'db' | 'now'> & { registry: Registry };

/** Further away it is a slip of the keyboard. */
const MOST_YEARS = 5;

/**
 * A revision goes live by itself at a moment. All that publishing would ask is asked now, so that nobody learns at night what
 * was missing; it is asked again then. Replaces what was planned for the page before. Gives the number of the plan.
 * @throws Unprocessable for a moment that is over, or when the content is incomplete; Conflict; NotFound
 */
export async function schedulePublication(deps: Deps, actor: Actor, schedule: Schedule): Promise<number> {
  const at = deps.now();
  return deps.db.transaction((trx) => scheduleIn({ trx, at, registry: deps.registry }, actor, schedule));
}

/** The same inside a transaction that does more. */
export async function scheduleIn(change: Pick<Change, 'trx' | 'at'> & { registry: Registry }, actor: Actor, schedule: Schedule): Promise<number> {
  const { trx, at, registry } = change;
  const page = await lockPage(trx, schedule.pageId);
  check(page, 'schedule');
  checkMoment(schedule.dueAt, at);
  if (schedule.onlyDraft && page.draftRevisionId !== schedule.revisionId) throw new DraftMovedOn();
  const revision = await getRevision(trx, page.id, schedule.revisionId);
  completeContent(getPageType(registry, page.type), revision);
  if (page.parentId !== null) await checkSlug({ db: trx, registry }, await getPage(trx, page.parentId), revision.slug, page);

  const [replaced] = await cancelPending(trx, [page.id], at);
  const { dueAt, timeZone } = schedule;
  const id = await insertScheduled(trx, { pageId: page.id, revisionId: revision.id, dueAt, timeZone, createdBy: actor.userId, createdAt: at });
  await record(trx, at, actor, {
    action: 'page.scheduled', objectType: 'page', objectId: String(page.id), siteId: page.siteId, revisionAfter: revision.id,
    detail: { title: revision.title, dueAt: dueAt.toISOString(), timeZone, ...(replaced ? { insteadOf: replaced.dueAt.toISOString() } : {}) },
  });
  return id;
}

/** @throws Conflict when nothing is planned, or the page is locked; NotFound */
export async function cancelSchedule({ db, now }: Deps, actor: Actor, { pageId }: { pageId: number }): Promise<void> {
  const at = now();
  await db.transaction(async (trx) => {
    const page = await lockPage(trx, pageId);
    check(page, 'cancel-schedule');
    const [cancelled] = await cancelPending(trx, [pageId], at);
    if (!cancelled) throw new Conflict('Nothing is planned for this page any more.');
    await record(trx, at, actor, scheduleCancelled(page, cancelled.dueAt));
  });
}

function scheduleCancelled(page: PageRow, dueAt: Date) {
  return { action: 'page.schedule-cancelled', objectType: 'page', objectId: String(page.id), siteId: page.siteId, detail: { title: page.title, dueAt: dueAt.toISOString() } };
}

function checkMoment(dueAt: Date, now: Date): void {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + MOST_YEARS);
  if (dueAt <= now) throw new Unprocessable([{ field: 'time', message: 'This moment is over already.' }]);
  if (dueAt > latest) throw new Unprocessable([{ field: 'date', message: `This is more than ${MOST_YEARS} years from now.` }]);
}
