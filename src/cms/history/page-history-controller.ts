import type { Request, RequestHandler, Response } from 'express';
import { may } from '../../accounts/permissions';
import { sendStaffPage } from '../../accounts/staff-page';
import { formatDay, dayIn } from '../../platform/dates';
import { sessionToken } from '../../platform/http/csrf';
import { NotFound } from '../../platform/http/errors';
import { parseQuery } from '../../platform/http/strict-input';
import { whenIn } from '../explorer/when';
import { pageOf, pageTarget } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { may as mayNow } from '../workflow/states';
import { compareRevisions } from './compare-revisions';
import { countWords } from './count-words';
import type { HistoryDeps } from './deps';
import { pageHistoryQuery } from './forms';
import { getRevisionFacts, listComparedRevisions, listRevisions, type ComparedRevision, type ListedRevision, type RevisionFacts } from './revision-queries';
import type { ComparisonView, RevisionRow } from './views';

const PER_PAGE = 25;

const NOTES = {
  restored: 'Restored: it is a new draft. Readers see no change until it is published.',
  same: 'The draft says that already, so nothing was saved.',
};

/** GET /admin/pages/:id/history */
export function showPageHistory(deps: HistoryDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    const query = parseQuery(req, pageHistoryQuery);
    const [rows, facts, [older, newer], above] = await Promise.all([
      listRevisions(deps.db, page.id, { before: query.before, limit: PER_PAGE + 1 }), getRevisionFacts(deps.db, page.id, query.before),
      chosen(deps, page, query), page.ancestorIds.length === 0 ? [] : deps.pages.list(page.ancestorIds),
    ]);
    const shown = { page, facts, older, newer, req, now: deps.now() };
    const address = addressOf(page, { ...query, a: older?.id ?? null, b: newer?.id ?? null });
    const last = rows.length > PER_PAGE ? rows[PER_PAGE - 1]!.id : null;
    const revisions = rows.slice(0, PER_PAGE).map((row, index) => rowView(row, facts.first - index, shown));
    const body = deps.templates.render('admin/history/page', {
      csrfToken: sessionToken(req), id: page.id, title: page.title, summary: summaryOf(facts), note: query.done && NOTES[query.done],
      crumbs: above.filter((one) => one.url !== '/' && may(req.user, 'view', { page: one })).map(({ id, title }) => ({ title, url: `/admin/pages/${id}` })),
      mayEdit: may(req.user, 'edit', pageTarget(page)) && mayNow(page, 'save') && page.lockedAt === null,
      view: query.view, before: query.before, revisions, mayCompare: facts.total > 1,
      elsewhere: [newer, older].flatMap((one) => (one && !revisions.some(({ id }) => id === one.id) ? [rowView(one, one.number, shown)] : [])),
      pager: pagerWords(revisions.length, facts), older: last === null ? null : address({ before: last }), newest: query.before === null ? null : address({ before: null }),
      comparison: older && newer ? await comparisonView(deps, res, { ...shown, older, newer }, query.view) : null,
      views: (['page', 'field'] as const).map((view) => ({ label: view === 'page' ? 'Page' : 'By field', url: address({ view }), current: view === query.view })),
    });
    sendStaffPage(deps, req, res, { title: `History of ${page.title}`, current: 'pages', body });
  };
}

type Query = { a: number | string | null; b: number | string | null; view: 'page' | 'field'; before: number | null };

interface Pair {
  readonly older: ComparedRevision;
  readonly newer: ComparedRevision;
}

interface Shown {
  readonly older: ComparedRevision | undefined;
  readonly newer: ComparedRevision | undefined;
  readonly page: PageRow;
  readonly facts: RevisionFacts;
  readonly req: Request;
  readonly now: Date;
}

/**
 * What was asked for; otherwise what readers see with the draft, or the draft with the one before it. `a` is on the left even if it is newer.
 * @throws NotFound for a revision of another page
 */
async function chosen({ db }: HistoryDeps, page: PageRow, query: Query): Promise<[ComparedRevision | undefined, ComparedRevision | undefined]> {
  const named = (value: number | string | null): number | null => (value === 'live' ? page.liveRevisionId : value === 'draft' ? page.draftRevisionId : typeof value === 'number' ? value : null);
  const newer = named(query.b) ?? page.draftRevisionId ?? page.liveRevisionId;
  if (newer === null) return [undefined, undefined];
  const older = named(query.a) ?? (query.a === null && query.b === null && page.liveRevisionId !== newer ? page.liveRevisionId : null);
  const found = await listComparedRevisions(db, page.id, { older, newer });
  const b = found.find(({ id }) => id === newer);
  const a = older === null ? found.find(({ id }) => id !== newer) : found.find(({ id }) => id === older);
  if (!b || (older !== null && !a)) throw new NotFound('There is no such revision of this page.');
  return [a, b];
}

function rowView({ id, createdAt, note, createdBy, by }: ListedRevision, number: number, { page, facts, older, newer, req, now }: Shown): RevisionRow {
  const who = createdBy === null ? 'Plenary' : createdBy === req.user!.id ? 'You' : by ?? 'Somebody whose account is gone';
  const marks = ([['live', page.liveRevisionId], ['draft', page.draftRevisionId === page.liveRevisionId ? null : page.draftRevisionId], ['scheduled', facts.scheduledRevisionId]] as const)
    .filter(([, revision]) => revision === id).map(([mark]) => mark);
  return { id, number, who, when: whenIn(req.user!.timeZone, createdAt, now), note, marks, isA: older?.id === id, isB: newer?.id === id };
}

async function comparisonView(deps: HistoryDeps, res: Response, { page, facts, older, newer }: Shown & Pair, view: 'page' | 'field'): Promise<ComparisonView> {
  const { shown, fields, removed, added, changed } = await compareRevisions(deps, { site: res.locals.site, page, view }, older, newer);
  const named = ({ id, number }: ComparedRevision): string => `${number}${id === page.liveRevisionId ? ' (live)' : id === page.draftRevisionId ? ' (draft)' : ''}`;
  return {
    heading: `${named(older)} compared with ${named(newer)}`, counts: countWords({ removed, added, changed }), olderNumber: older.number, olderId: older.id,
    shown, fields, nextNumber: facts.total + 1,
  };
}

function summaryOf({ total, since }: RevisionFacts): string {
  if (since === null) return 'Nothing has been saved yet.';
  return `${total === 1 ? '1 revision' : `${total} revisions`} since ${formatDay(dayIn('utc', since))}. What is kept while you type never adds to this list.`;
}

function pagerWords(count: number, { total, first }: RevisionFacts): string {
  if (count === 0) return 'None';
  return first === total ? `Newest ${count} of ${total}` : `${first - count + 1} to ${first} of ${total}`;
}

function addressOf(page: PageRow, query: Query): (change: Partial<Query>) => string {
  return (change) => {
    const { a, b, view, before } = { ...query, ...change };
    const set = Object.entries({ a, b, view: view === 'page' ? null : view, before }).filter((entry): entry is [string, string | number] => entry[1] !== null);
    return `/admin/pages/${page.id}/history?${new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()}`;
  };
}
