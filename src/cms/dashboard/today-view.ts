import { may, type Holder } from '../../accounts/permissions';
import { initialsOf } from '../../accounts/staff-page';
import { dayIn, formatDay, shortDay, timeIn } from '../../platform/dates';
import { formatTime, instantIn } from '../../platform/instants';
import { statusOf } from '../explorer/page-status';
import { whenIn } from '../explorer/when';
import { actionWords } from '../history/action-words';
import type { Busy, Change, Mine, Need, Next } from './queries';
import type { DashboardView } from './views';

export interface For {
  readonly user: Holder & { readonly name: string };
  readonly zone: string;
  readonly now: Date;
}

export function needView({ kind, pageId, title, words, at }: Need, { zone }: For): DashboardView['needs'][number] {
  const edit = `/admin/pages/${pageId}/edit`;
  if (kind === 'conflict') {
    return { icon: 'pen', title, url: edit, what: `${words ?? 'Plenary'} saved it on ${instantIn(zone, at)}, after you had begun. Nothing of yours is lost.`, act: 'Look' };
  }
  if (kind === 'review') return { icon: 'clock', title, url: edit, what: `You wanted to read it again by ${formatDay(dayIn('utc', at))}`, act: 'Read' };
  return { icon: 'warn', title, url: `/admin/pages/${pageId}/publication/new`, what: `Did not go live on ${instantIn(zone, at)}${words ? `: ${words}` : ''}`, act: 'Look' };
}

export function mineView(page: Mine, { zone, now }: For): DashboardView['mine'][number] {
  const when = whenIn(zone, page.at, now).text;
  const written = page.kept ? `written ${lowered(when)}, only you see it` : `saved ${lowered(when)}`;
  return { title: page.title, url: `/admin/pages/${page.pageId}/edit`, what: [page.above, written].filter((part) => part !== null).join(' · '), status: statusOf(page, zone, now) };
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Saving and publishing are two entries; each page stands here once, with the last that happened to it. */
export function changesView(changes: readonly Change[], reader: For, limit: number): DashboardView['changes'] {
  const latest = changes.filter(({ pageId }, index) => changes.findIndex((change) => change.pageId === pageId) === index);
  return latest.slice(0, limit).map((change) => changeView(change, reader));
}

function changeView(change: Change, { user, zone, now }: For): DashboardView['changes'][number] {
  const { pageId, at, action, actorId, actor, title, revisionAfter, liveRevisionId, trashed, locked } = change;
  const who = actorId === user.id ? 'You' : actor ?? 'Plenary';
  // what the program published, such as the pages that a site begins with, nobody published by mistake
  const undoable = action === 'page.published' && actorId !== null && revisionAfter !== null && revisionAfter === liveRevisionId && !trashed && !locked
    && may(user, 'publish', { page: { id: pageId, ancestorIds: change.ancestorIds, ownerId: change.ownerId } });
  return {
    title, url: trashed ? '/admin/trash' : `/admin/pages/${pageId}/edit`, initials: initialsOf(actorId === user.id ? user.name : who), when: whenIn(zone, at, now),
    what: `${who} ${did(action)}`, undo: undoable ? { pageId, revisionId: revisionAfter } : null,
  };
}

/** The page's title stands above, so the sentence does without. */
function did(action: string): string {
  const words = actionWords(action).replace(/ a revision of$|,$/, '');
  return / (?:of|to|below)$/.test(words) ? `${words} it` : words;
}

export function nextView({ pageId, title, above, at, kind }: Next, { zone }: For): DashboardView['next'][number] {
  const what = kind === 'live' ? 'goes live' : 'goes offline';
  return {
    day: `${shortDay(dayIn(zone, at))}, ${timeIn(zone, at)}`, utc: timeIn(zone, at) === timeIn('utc', at) ? 'UTC' : formatTime(at), iso: at.toISOString(),
    title, url: `/admin/pages/${pageId}/edit`, what: above === null ? what : `${above} · ${what}`,
  };
}

export function busyView({ pageId, title, userId, name, since, kind }: Busy, { user, zone, now }: For): DashboardView['busy'][number] {
  const who = userId === user.id ? 'You' : name;
  const when = whenIn(zone, since, now).text.replace(/^Today /, '');
  const what = kind === 'locked' ? `You hold the lock · since ${lowered(when)}` : `${who} · since ${lowered(when)}`;
  return { initials: initialsOf(name), title, url: `/admin/pages/${pageId}/edit`, what };
}
