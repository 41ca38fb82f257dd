import type { Db } from '../../platform/db/connect';
import { instantIn } from '../../platform/instants';
import { encodePath } from '../addresses/path';
import { urlOf } from '../pages/page';
import type { PageRow } from '../pages/queries';
import type { Done } from './forms';
import { findUndoable } from './public-changes';
import { findPending } from './schedule-queries';
import { may } from './states';
import type { DoneNote } from './views';

const WORDS: Readonly<Record<Done, string>> = {
  published: 'It is live.', scheduled: 'It is planned.', unscheduled: 'It does not go live by itself any more.', undone: 'The publication is undone. The text is here as a draft.',
  unpublished: 'It is offline. Its text stays here as a draft.', moved: 'It is moved, and its old addresses lead here.', copied: 'This is the copy: a draft, and yours.',
  locked: 'The page is locked. Nobody changes it until it is unlocked.', unlocked: 'The page is unlocked.', settings: 'The settings are saved.',
  access: 'Who may read it is saved.', trashed: 'It is in the trash, with everything below it.',
};

/** `when`: of what is planned, in the reader's words; null: not said. */
export function noteWords(done: Done, when: string | null): string {
  return done === 'scheduled' && when !== null ? `It goes live on ${when}. Until then readers see what they see now.` : WORDS[done];
}

/**
 * The note at the top of a page's own screens after something was done to it (`?done=…`): print it with `admin/workflow/_done`.
 * A publication can be undone from there for as long as nothing newer was published. `mayPublish`: the right of who reads it.
 */
export async function doneNote(db: Db, page: PageRow, done: Done, { zone, mayPublish }: { zone: string; mayPublish: boolean }): Promise<DoneNote> {
  const pending = done === 'scheduled' ? await findPending(db, page.id) : undefined;
  const undoable = done === 'published' && mayPublish && may(page, 'undo-publication') && page.lockedAt === null && await findUndoable(db, page) !== undefined;
  const live = page.liveRevisionId !== null && ['published', 'undone', 'moved'].includes(done);
  const queue = done === 'scheduled';
  return {
    done, words: noteWords(done, pending ? instantIn(zone, pending.dueAt) : null),
    url: live ? urlOf(encodePath(page.path)) : queue ? '/admin/schedule' : null, urlWords: live ? 'See it' : queue ? 'Open the schedule' : null,
    undo: undoable ? { pageId: page.id, revision: page.liveRevisionId! } : null,
  };
}
