import { may } from '../../accounts/permissions';
import { findCurrentUser } from '../../accounts/queries';
import type { Db } from '../../platform/db/connect';
import { SYSTEM, type Actor } from '../../platform/history/record';
import { Forbidden, HttpError } from '../../platform/http/errors';
import { pageTarget } from '../pages/on-page';
import { getPage } from '../pages/queries';
import type { Registry } from '../registry';
import { changeSite, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { publishIn } from './publish';
import { claimDue, countAttempt, findDue, finishScheduled, listSitesWithDue, lockPending, type Scheduled } from './schedule-queries';

type Deps = ChangeDeps & { registry: Registry };

export interface DueOutcome {
  /** `late`: seconds after its moment. */
  readonly published: readonly { readonly pageId: number; readonly late: number }[];
  /** Pages that were refused: who planned them is told by mail. */
  readonly failed: readonly number[];
  /** What went wrong by no fault of the page; tried again with the next look. */
  readonly errors: readonly unknown[];
}

/** At one look every five seconds for eight minutes, counting only those at which the database answers. */
const MOST_ATTEMPTS = 100;
const GIVEN_UP = 'Something went wrong each time it was tried. Whoever runs the site finds more in its log.';

/**
 * Publish everything whose moment has come, the longest waiting first; what an outage missed is caught up with by the same call.
 * A plan is claimed, its page published and the plan marked as done in one transaction, so each happens exactly once, with
 * any number of processes and wherever one of them is killed.
 */
export async function publishDue(deps: Deps): Promise<DueOutcome> {
  const outcome = { published: [] as { pageId: number; late: number }[], failed: [] as number[], errors: [] as unknown[] };
  for (const siteId of await listSitesWithDue(deps.db, deps.now())) {
    const tried: number[] = [];
    for (let due = await findDue(deps.db, siteId, deps.now(), tried); due; due = await findDue(deps.db, siteId, deps.now(), tried)) {
      tried.push(due.id);
      try {
        const late = await publishPlan(deps, siteId, due);
        if (late !== undefined) outcome.published.push({ pageId: due.pageId, late });
      } catch (error) {
        if (await refuse(deps, due, error)) outcome.failed.push(due.pageId);
        else outcome.errors.push(error);
      }
    }
  }
  return outcome;
}

/** Gives the seconds that it is late; undefined when another process was quicker or somebody is just changing the plan. */
async function publishPlan(deps: Deps, siteId: number, due: Scheduled): Promise<number | undefined> {
  try {
    return await changeSite(deps, siteId, actorOf(due), async (change) => {
      await lockTree(change.trx, siteId);
      const plan = await claimDue(change.trx, due.id, change.at);
      if (!plan) throw new Taken();
      await checkMayPublish(change.trx, plan);
      const late = Math.floor((change.at.getTime() - plan.dueAt.getTime()) / 1_000);
      await finishScheduled(change.trx, plan.id, change.at, { state: 'done' });
      await publishIn({ ...change, registry: deps.registry }, {
        pageId: plan.pageId, revisionId: plan.revisionId, detail: { scheduledFor: plan.dueAt.toISOString(), late },
      });
      return late;
    });
  } catch (error) {
    if (error instanceof Taken) return undefined;
    throw error;
  }
}

/** Whoever planned it publishes it, so they need the right when it happens, too. What the program planned needs none. @throws Forbidden */
async function checkMayPublish(trx: Db, { createdBy, pageId }: Scheduled): Promise<void> {
  if (createdBy === null) return;
  const user = await findCurrentUser(trx, createdBy);
  if (!may(user, 'publish', pageTarget(await getPage(trx, pageId)))) throw new Forbidden(`${user?.name ?? 'Whoever planned it'} may not publish this page any more.`);
}

/** Undoes the transaction, which has nothing to do. */
class Taken extends Error {}

/** What was refused would be refused again; all else may pass. Gives whether it is given up. */
async function refuse(deps: Deps, due: Scheduled, error: unknown): Promise<boolean> {
  const refused = error instanceof HttpError && error.status < 500;
  if (!refused && await countAttempt(deps.db, due.id) < MOST_ATTEMPTS) return false;
  return fail(deps, due, refused ? error.message : GIVEN_UP);
}

async function fail(deps: Deps, { id, pageId, revisionId }: Scheduled, problem: string): Promise<boolean> {
  const page = await getPage(deps.db, pageId);
  return changeSite(deps, page.siteId, SYSTEM, async ({ trx, at, tell }) => {
    const plan = await lockPending(trx, id);
    if (!plan) return false; // somebody cancelled it, or another process said so already
    await finishScheduled(trx, id, at, { state: 'failed', problem });
    await tell({
      action: 'page.schedule-failed', objectType: 'page', objectId: String(pageId), siteId: page.siteId, revisionAfter: revisionId, result: 'failed',
      detail: { title: page.title, dueAt: plan.dueAt.toISOString(), problem, scheduledId: id },
    });
    return true;
  });
}

/** Who planned it is who publishes; that nobody clicked, the detail says. */
function actorOf({ createdBy }: Scheduled): Actor {
  return { ...SYSTEM, userId: createdBy };
}
