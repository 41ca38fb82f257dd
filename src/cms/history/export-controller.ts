import { once } from 'node:events';
import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/actor';
import { record } from '../../platform/history/record';
import { parseQuery } from '../../platform/http/strict-input';
import { nameOf } from './action-words';
import { auditFilter } from './audit-filter';
import { listAuditEntries, type AuditEntry } from './audit-queries';
import { objectName } from './audit-view';
import { csvLine } from './csv';
import type { HistoryDeps } from './deps';
import { auditQuery } from './forms';

const AT_ONCE = 1_000;
const LATEST = 2_147_483_647;

/** GET /admin/history.csv: the trail with the same filters, whole, piece by piece. That it was taken is part of the trail. */
export function exportHistory(deps: HistoryDeps): RequestHandler {
  return async (req, res) => {
    const { before: _, ...query } = parseQuery(req, auditQuery);
    const filter = await auditFilter(deps.db, req.user!, res.locals.site.id, { ...query, before: null });
    await record(deps.db, deps.now(), actorOf(req, res), {
      action: 'history.exported', objectType: 'history', objectId: 'csv', siteId: res.locals.site.id, detail: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null && value !== '')),
    });
    const list = (before: number): Promise<AuditEntry[]> => listAuditEntries(deps.db, filter, { before, limit: AT_ONCE });
    let entries = await list(LATEST); // before anything is sent: what fails now can still be told
    res.type('text/csv; charset=utf-8').attachment('audit-trail.csv');
    res.write(csvLine(['Time (UTC)', 'Who', 'Action', 'Object', 'Id', 'Name', 'Result', 'Address', 'Details']));
    for (; ; entries = await list(entries.at(-1)!.id)) {
      if (!res.write(entries.map(lineOf).join('')) && !res.destroyed) await Promise.race([once(res, 'drain'), once(res, 'close')]);
      if (entries.length < AT_ONCE || res.destroyed) break;
    }
    res.end();
  };
}

function lineOf(entry: AuditEntry): string {
  const { at, actor, actorId, action, objectType, objectId, result, remoteAddress, detail } = entry;
  return csvLine([
    at.toISOString(), actorId === null ? 'Plenary' : actor ?? '', nameOf(action), objectType, objectId, objectName(entry), result, remoteAddress ?? '', JSON.stringify(detail),
  ]);
}
