import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { actorOf } from '../../accounts/actor';
import { may } from '../../accounts/permissions';
import { Conflict } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { wantsJson } from '../../platform/http/wants-json';
import { pageOf, pageTarget } from '../pages/on-page';
import { getPage, type PageRow } from '../pages/queries';
import type { ExplorerDeps } from './deps';
import { listingQuery, positionForm } from './forms';
import { sendLevel } from './level-controller';
import { addressOf } from './listing';
import { reorder, type Reordered, type Reordering } from './reorder';
import { levelUrl } from './row-view';

/** POST /admin/pages/:id/position, for scripts and without them. */
export function createPosition(deps: ExplorerDeps): RequestHandler {
  return async (req, res) => {
    const form = parseBody(req, positionForm);
    const page = pageOf(res);
    if (page.parentId === null) throw new Conflict('The home page stays where it is.');
    const parent = await getPage(deps.db, page.parentId);
    try {
      const done = await reorder(deps, actorOf(req, res), { pageId: page.id, version: form.version, to: placeOf(form) });
      if (wantsJson(req)) return void res.json({ ...done, undo: done.undo === undefined ? undefined : done.undo ?? '' });
      res.redirect(303, addressAfter(parent, page.id, form, done));
    } catch (error) {
      if (!(error instanceof Conflict) || wantsJson(req)) throw error;
      await showConflict(deps, req, res, { parent, problem: error.message, list: form.list });
    }
  };
}

type Form = z.output<typeof positionForm>;

function placeOf({ before, after, step }: Form): Reordering['to'] {
  if (step !== undefined) return { step };
  return after === undefined ? { before: before ?? null } : { after };
}

/** Back to the same list, at the row, with what it takes to undo the move. */
function addressAfter(parent: PageRow, pageId: number, { list, undoing }: Form, { place, undo }: Reordered): string {
  const listing = listingOf(list);
  const note = undo === undefined ? {} : { done: undoing ? 'put-back' : 'reordered', page: String(pageId), n: String(place), undo: undo === null ? 'end' : String(undo) };
  const address = addressOf(levelUrl(parent), { ...listing, reorder: true }, { after: listing.after, before: listing.before });
  return `${address}&${new URLSearchParams(note).toString()}#row-${pageId}`;
}

function listingOf(list: string): z.output<typeof listingQuery> {
  return listingQuery.parse(Object.fromEntries(new URLSearchParams(list)));
}

/** The level as it stands now, and why the move was not made. */
async function showConflict(deps: ExplorerDeps, req: Request, res: Response, { parent, problem, list }: { parent: PageRow; problem: string; list: string }): Promise<void> {
  if (!may(req.user, 'view', pageTarget(parent))) throw new Conflict(problem);
  await sendLevel(deps, req, res.status(409), { base: levelUrl(parent), page: parent }, { listing: { ...listingOf(list), reorder: true }, problem });
}
