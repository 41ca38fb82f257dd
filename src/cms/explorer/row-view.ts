import { may, type Holder, type Verb } from '../../accounts/permissions';
import { encodePath } from '../addresses/path';
import { pageTarget } from '../pages/on-page';
import { urlOf } from '../pages/page';
import type { Registry } from '../registry';
import { may as mayBecome } from '../workflow/states';
import { COUNTED, type ListedPage } from './list-queries';
import { statusOf } from './page-status';
import type { MenuEntry, RowView } from './views';
import { whenIn } from './when';

/** Who reads the list, and when. */
export interface Reader {
  readonly user: Holder & { readonly timeZone: string };
  readonly now: Date;
}

export function rowView(registry: Registry, { user, now }: Reader, page: ListedPage): RowView {
  const can = (verb: Verb): boolean => may(user, verb, pageTarget(page));
  const { id, title, parentId } = page;
  const level = levelUrl(page);
  return {
    id, title, level,
    url: can('edit') ? `/admin/pages/${id}/edit` : level,
    address: addressOfPage(page.path),
    below: page.below === 0 ? null : `${countWords(page.below)} below`,
    type: registry.pageTypes.get(page.type)?.label ?? page.type,
    status: statusOf(page, user.timeZone, now),
    isPrivate: PRIVATE[page.effectiveAccess],
    locked: page.lockedAt === null ? null : `Locked by ${page.lockedByName ?? 'Plenary'}`,
    changedBy: page.changedById === user.id ? 'You' : page.changedBy ?? 'Plenary',
    changed: whenIn(user.timeZone, page.changedAt, now),
    inMenu: page.showInMenus,
    selectable: parentId !== null && (can('publish') || can('trash') || can('edit')),
    menu: menuOf(page, can),
    version: page.version,
    movable: can('edit') && page.lockedAt === null,
  };
}

const PRIVATE = { public: null, password: 'Password', 'signed-in': 'Signed in' } as const;

/** The list of what is directly below a page. */
export function levelUrl({ id, parentId }: Pick<ListedPage, 'id' | 'parentId'>): string {
  return parentId === null ? '/admin/pages' : `/admin/pages/${id}`;
}

export function addressOfPage(path: string): string {
  return urlOf(encodePath(path));
}

/** `7`, `more than 1,000` */
export function countWords(count: number): string {
  return count > COUNTED ? 'more than 1,000' : String(count);
}

/** The same acts as in the editor's menu, without opening it first. */
function menuOf(page: ListedPage, can: (verb: Verb) => boolean): MenuEntry[] {
  const at = `/admin/pages/${page.id}`;
  const unlocked = page.lockedAt === null;
  const isLive = page.liveRevisionId !== null;
  const entries: readonly (readonly [text: string, url: string, shown: boolean])[] = [
    ['Edit', `${at}/edit`, can('edit')],
    ['View live', addressOfPage(page.path), isLive],
    ['Add page below', `/admin/pages/new?parent=${page.id}`, can('add')],
    ['Publish…', `${at}/publication/new`, can('publish') && unlocked && page.draftRevisionId !== null && page.draftRevisionId !== page.liveRevisionId],
    ['Unpublish…', `${at}/unpublication/new`, can('publish') && unlocked && isLive],
    ['Move…', `${at}/move`, can('edit') && unlocked && mayBecome(page, 'move')],
    ['Copy…', `${at}/copy`, can('view') && mayBecome(page, 'copy')],
    ['History', `${at}/history`, can('view')],
    ['Trash…', `${at}/trash`, can('trash') && unlocked && mayBecome(page, 'trash')],
  ];
  return entries.filter(([, , shown]) => shown).map(([text, url]) => ({ text, url, danger: text === 'Trash…' }));
}
