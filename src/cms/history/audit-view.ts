import { initialsOf } from '../../accounts/staff-page';
import type { CurrentUser } from '../../accounts/user';
import { whenIn } from '../explorer/when';
import { actionWords } from './action-words';
import type { AuditEntry } from './audit-queries';
import type { AuditView } from './views';

type EntryView = AuditView['entries'][number];

/** One line of the trail as a sentence: who did what to what. */
export function entryView(entry: AuditEntry, user: CurrentUser, now: Date): EntryView {
  const who = entry.actorId === null ? 'Plenary' : entry.actorId === user.id ? 'You' : entry.actor ?? 'Somebody';
  return {
    id: entry.id, when: whenIn(user.timeZone, entry.at, now), who, initials: initialsOf(entry.actorId === user.id ? user.name : who), did: actionWords(entry.action),
    object: objectOf(entry), more: moreOf(entry), result: entry.result, links: linksOf(entry),
  };
}

/** What somebody did to their own account needs no object. */
function objectOf(entry: AuditEntry): EntryView['object'] {
  const { objectType, objectId, actorId, action } = entry;
  if (objectType === 'user' && Number(objectId) === actorId && /signed-(?:in|out)|joined|sign-in-failed/.test(action)) return null;
  if (action === 'history.exported' || objectType === 'import' || objectType === 'site') return null;
  return { words: objectName(entry), url: urlOf(entry) };
}

export function objectName({ name, objectType, objectId, detail }: AuditEntry): string {
  if (name !== null) return name;
  const told = detail['title'] ?? detail['name'] ?? detail['email'];
  if (typeof told === 'string' && told !== '') return told;
  return objectType === 'path' ? objectId : `${objectType.replaceAll('-', ' ')} ${objectId}`;
}

function urlOf({ name, objectType, objectId }: AuditEntry): string | null {
  if (name === null) return null;
  return { page: `/admin/pages/${objectId}/edit`, user: `/admin/users/${objectId}`, group: `/admin/groups/${objectId}` }[objectType] ?? null;
}

function linksOf({ objectType, objectId, revisionBefore, revisionAfter, name }: AuditEntry): EntryView['links'] {
  if (objectType !== 'page' || name === null || revisionAfter === null || revisionBefore === null || revisionBefore === revisionAfter) return [];
  return [{ label: 'Compare', url: `/admin/pages/${objectId}/history?a=${revisionBefore}&b=${revisionAfter}` }];
}

/** Of what is known besides: from where to where, by which request, from which address. */
function moreOf({ detail, remoteAddress, objectType }: AuditEntry): string | null {
  const { from, to, method, path } = detail;
  const moved = typeof from === 'string' && typeof to === 'string' ? `from ${from} to ${to}` : typeof path === 'string' ? path : null;
  const address = objectType === 'user' || objectType === 'path' ? remoteAddress : null;
  const parts = [typeof method === 'string' ? method : null, moved, address === null ? null : `from ${address}`].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
