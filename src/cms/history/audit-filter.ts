import { may, pagesFor, type Area } from '../../accounts/permissions';
import type { CurrentUser } from '../../accounts/user';
import { nextDay, startOfDay } from '../../platform/dates';
import type { Db } from '../../platform/db/connect';
import { listUserIds, type AuditFilter } from './audit-queries';
import type { AuditQuery } from './forms';

/** Which area somebody has to manage to read about such an object. What is not named belongs to the settings. */
const AREAS: Readonly<Record<string, Area>> = { image: 'media', document: 'media', collection: 'media', user: 'users', group: 'users', path: 'users', history: 'users', 'form-submission': 'forms' };

/** What was asked for, narrowed to what this person may read about. */
export async function auditFilter(db: Db, user: CurrentUser, siteId: number, query: AuditQuery): Promise<AuditFilter> {
  const [type, ...id] = query.object?.split(':') ?? [];
  return {
    siteId, visible: pagesFor(user, 'view'), types: typesFor(user),
    actors: query.who === '' ? null : query.who.toLowerCase() === 'plenary' ? 'system' : await listUserIds(db, query.who),
    action: query.what, object: type === undefined ? null : { type, id: id.join(':') }, result: query.result,
    from: query.from === null ? null : startOfDay(user.timeZone, query.from), until: query.to === null ? null : startOfDay(user.timeZone, nextDay(query.to)),
  };
}

function typesFor(user: CurrentUser): 'all' | string[] {
  if ((['users', 'forms', 'settings'] as const).every((area) => may(user, 'manage', { area }))) return 'all';
  const known = Object.keys(AREAS).filter((type) => may(user, 'manage', { area: AREAS[type]! }));
  return may(user, 'manage', { area: 'settings' }) ? [...known, 'import', 'site'] : known;
}
