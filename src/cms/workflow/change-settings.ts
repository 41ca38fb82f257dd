import type { Actor } from '../../platform/history/record';
import { Unprocessable, type Problem } from '../../platform/http/errors';
import { findAccount } from '../../accounts/account-queries';
import { getPage, lockPage, updatePage, type PageRow } from '../pages/queries';
import { changeSite, type ChangeDeps } from '../sites/change';
import { check } from './states';

export interface PageSettings {
  /** Null: nobody. */
  ownerId: number | null;
  /** ISO day by which somebody should read it again. */
  reviewOn: string | null;
  /** When it goes offline by itself. */
  expiresAt: Date | null;
}

/**
 * What is about a page and not in its text: at once, without a revision. One line of history with what changed, from and to;
 * none when nothing did.
 * @throws Unprocessable for somebody who is not there or a moment that is over; Conflict when the page is locked or in the trash; NotFound
 */
export async function changeSettings(deps: ChangeDeps, actor: Actor, pageId: number, settings: PageSettings): Promise<void> {
  const { siteId } = await getPage(deps.db, pageId);
  await changeSite(deps, siteId, actor, async ({ trx, at, tell }) => {
    const page = await lockPage(trx, pageId);
    check(page, 'settings');
    const { before, after } = difference(page, settings);
    if (Object.keys(after).length === 0) return;
    const problems = [...await ownerProblems(trx, after), ...expiryProblems(after, at)];
    if (problems.length > 0) throw new Unprocessable(problems);

    await updatePage(trx, page, at, after);
    await tell({ action: 'page.settings-changed', objectType: 'page', objectId: String(pageId), siteId, detail: { title: page.title, before, after } });
  });
}

type Changed = Partial<PageSettings>;

function difference(page: PageRow, { ownerId, reviewOn, expiresAt }: PageSettings): { before: Changed; after: Changed } {
  const same = [ownerId === page.ownerId, reviewOn === page.reviewOn, expiresAt?.getTime() === page.expiresAt?.getTime()] as const;
  const pick = (values: PageSettings): Changed => ({
    ...(same[0] ? {} : { ownerId: values.ownerId }), ...(same[1] ? {} : { reviewOn: values.reviewOn }), ...(same[2] ? {} : { expiresAt: values.expiresAt }),
  });
  return { before: pick(page), after: pick({ ownerId, reviewOn, expiresAt }) };
}

async function ownerProblems(trx: ChangeDeps['db'], { ownerId }: Changed): Promise<Problem[]> {
  if (ownerId === undefined || ownerId === null) return [];
  const account = await findAccount(trx, ownerId);
  return account?.active ? [] : [{ field: 'owner', message: 'This person has no active account.' }];
}

function expiryProblems({ expiresAt }: Changed, now: Date): Problem[] {
  return expiresAt && expiresAt <= now ? [{ field: 'time', message: 'This moment is over already. To take the page off now, unpublish it.' }] : [];
}
