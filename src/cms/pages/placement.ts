import { Unprocessable } from '../../platform/http/errors';
import type { AnyPageType } from '../page-type';

/**
 * Whether a page of one type may stand below one of another (content.md 4.16). `parent` undefined: at the site's top.
 * A type with its own list of parents stands nowhere else; a type with its own list of children takes nothing else.
 */
export function mayStandBelow(child: AnyPageType, parent: AnyPageType | undefined): boolean {
  if (!parent) return child.parents === 'top';
  if (child.parents === 'top') return false;
  const wanted = child.parents === 'any' || child.parents.includes(parent.key);
  const taken = parent.children === 'any' || parent.children.includes(child.key);
  return wanted && taken;
}

/** @throws Unprocessable in words for the editor */
export function checkPlacement(child: AnyPageType, parent: AnyPageType | undefined): void {
  if (mayStandBelow(child, parent)) return;
  const place = parent ? `below a page of type ${parent.label}` : 'at the top of a site';
  throw new Unprocessable([{ field: 'parent', message: `A page of type ${child.label} cannot stand ${place}.` }]);
}
