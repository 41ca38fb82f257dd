import type { RequestHandler } from 'express';
import { sendStaffPage } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import { parseQuery } from '../../platform/http/strict-input';
import { actionChoices } from './action-words';
import { auditFilter } from './audit-filter';
import { findObjectName, listAuditEntries } from './audit-queries';
import { entryView } from './audit-view';
import type { HistoryDeps } from './deps';
import { auditQuery, type AuditQuery } from './forms';

const PER_PAGE = 50;
const LATEST = 2_147_483_647;

/** GET /admin/history: what anybody did to anything, as far as one may know of it. */
export function indexHistory(deps: HistoryDeps): RequestHandler {
  return async (req, res) => {
    const query = parseQuery(req, auditQuery);
    const filter = await auditFilter(deps.db, req.user!, res.locals.site.id, query);
    const entries = await listAuditEntries(deps.db, filter, { before: query.before ?? LATEST, limit: PER_PAGE + 1 });
    const { who, what, object, result, from, to } = query;
    const shown = entries.slice(0, PER_PAGE);
    const body = deps.templates.render('admin/history/index', {
      csrfToken: sessionToken(req), filters: { who, what, object, result, from, to }, filtered: [who || null, what, object, result, from, to].some((one) => one !== null),
      objectWords: filter.object && shown.length > 0 ? await findObjectName(deps.db, filter.object) : null, actions: actionChoices(),
      entries: shown.map((entry) => entryView(entry, req.user!, deps.now())), csv: address('/admin/history.csv', { ...query, before: null }),
      older: entries.length > PER_PAGE ? address('/admin/history', { ...query, before: shown.at(-1)!.id }) : null,
      newest: query.before === null ? null : address('/admin/history', { ...query, before: null }),
    });
    sendStaffPage(deps, req, res, { title: 'Audit trail', current: 'audit', body });
  };
}

function address(path: string, query: AuditQuery): string {
  const set = Object.entries(query).filter(([, value]) => value !== null && value !== '').map(([name, value]) => [name, String(value)]);
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set).toString()}`;
}
