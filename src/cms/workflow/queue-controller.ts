import type { Request, RequestHandler } from 'express';
import { may, type Verb } from '../../accounts/permissions';
import { sendStaffPage } from '../../accounts/staff-page';
import { dayIn, formatDay } from '../../platform/dates';
import { sessionToken } from '../../platform/http/csrf';
import { parseQuery } from '../../platform/http/strict-input';
import { instantIn } from '../../platform/instants';
import { encodePath } from '../addresses/path';
import { urlOf } from '../pages/page';
import { noteWords } from './done';
import { doneQuery } from './forms';
import { listAhead, listFinished, type QueueEntry } from './queue-queries';
import type { QueueRow, QueueView } from './views';
import type { WorkflowDeps } from './workflow-deps';

const MOST = 200;
const LATELY = 7 * 24 * 60 * 60 * 1_000;
/** A failure stays on top until somebody sees to the page, but not for ever. */
const FAILED_FOR = 90 * 24 * 60 * 60 * 1_000;

/** GET /admin/schedule */
export function indexSchedule(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    const { done } = parseQuery(req, doneQuery);
    const { id: siteId } = res.locals.site;
    const since = (milliseconds: number) => ({ since: new Date(deps.now().getTime() - milliseconds), limit: MOST });
    const seen = (entries: readonly QueueEntry[]): QueueEntry[] => entries.filter((entry) => mayDo(req, entry, 'view'));
    const row = (entry: QueueEntry): QueueRow => rowOf(req, entry);
    const ahead = seen(await listAhead(deps.db, siteId, MOST));
    const body = deps.templates.render('admin/workflow/schedule', {
      csrfToken: sessionToken(req), note: done ? noteWords(done, null) : null, zone: req.user!.timeZone,
      failed: seen(await listFinished(deps.db, siteId, 'failed', since(FAILED_FOR))).map(row),
      days: byDay(ahead, req.user!.timeZone, row),
      lately: seen(await listFinished(deps.db, siteId, 'done', { ...since(LATELY), limit: 20 })).map(row),
    });
    sendStaffPage(deps, req, res, { title: 'Schedule', current: 'schedule', body });
  };
}

function byDay(entries: readonly QueueEntry[], zone: string, row: (entry: QueueEntry) => QueueRow): QueueView['days'] {
  const days = [...new Set(entries.map(({ at }) => dayIn(zone, at)))];
  return days.map((day) => ({ day: formatDay(day), rows: entries.filter(({ at }) => dayIn(zone, at) === day).map(row) }));
}

function rowOf(req: Request, entry: QueueEntry): QueueRow {
  const { pageId, title, path, kind, state, at, finishedAt, problem, by } = entry;
  const change = kind === 'live' ? 'publication/new' : 'settings';
  const mayPublish = mayDo(req, entry, 'publish');
  return {
    id: pageId, title, path: urlOf(encodePath(path)), kind, by, problem, editUrl: `/admin/pages/${pageId}/edit`,
    when: instantIn(req.user!.timeZone, state === 'done' ? finishedAt! : at),
    changeUrl: mayPublish && state !== 'done' ? `/admin/pages/${pageId}/${change}` : null, mayCancel: mayPublish && state === 'pending' && kind === 'live',
  };
}

function mayDo(req: Request, { pageId, ancestorIds, ownerId }: QueueEntry, verb: Verb): boolean {
  return may(req.user, verb, { page: { id: pageId, ancestorIds, ownerId } });
}
