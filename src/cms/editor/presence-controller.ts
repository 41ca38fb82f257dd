import type { RequestHandler } from 'express';
import { initialsOf } from '../../accounts/staff-page';
import { parseBody } from '../../platform/http/strict-input';
import { pageOf } from '../pages/on-page';
import type { EditorDeps } from './editor-deps';
import { nothing } from './forms';
import { listOthers, upsertPresence } from './queries';
import { draftOf } from './working-copy-controller';

/** POST /admin/pages/:id/presence, every few seconds: one is here. Tells who else is, what was saved last, and whether the page is locked. */
export function createPresence(deps: EditorDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, nothing);
    const { id, draftRevisionId, lockedAt } = pageOf(res);
    const at = deps.now();
    await upsertPresence(deps.db, id, req.user!.id, at);
    const others = await listOthers(deps.db, id, req.user!.id, at);
    res.set('Cache-Control', 'no-store').json({
      others: others.map(({ name, since }) => ({ name, initials: initialsOf(name), since: since.toISOString() })),
      draft: draftRevisionId === null ? null : await draftOf(deps, draftRevisionId),
      locked: lockedAt !== null,
    });
  };
}
