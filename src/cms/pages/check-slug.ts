import type { Db } from '../../platform/db/connect';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import type { AnyPageType } from '../page-type';
import { getPageType, type Registry } from '../registry';
import { urlOf } from './page';
import { findChildBySlug, type PageRow } from './queries';
import { RESERVED, slugSchema } from './slug';

/**
 * Whether a page may have this slug below this parent. `page`: the one that asks, when it exists already; then a slug that
 * it has from elsewhere, with capitals perhaps, is good enough.
 * @throws Unprocessable when it is no slug, kept for the program, or an address that the parent answers itself; Conflict when another page there has it
 */
export async function checkSlug({ db, registry }: { db: Db; registry: Registry }, parent: PageRow, slug: string, page?: PageRow): Promise<void> {
  const problem = (slug === page?.slug ? undefined : slugSchema.safeParse(slug).error?.issues[0]?.message)
    ?? (parent.path === '/' && RESERVED.has(slug) ? 'This word is kept for the program.' : undefined)
    ?? await ownWord(db, getPageType(registry, parent.type), slug);
  if (problem) throw new Unprocessable([{ field: 'slug', message: problem }]);

  const taken = await findChildBySlug(db, parent.id, slug);
  if (taken && taken.id !== page?.id) throw new Conflict(`There is a page “${slug}” below ${urlOf(parent.path)} already.`);
}

/** A page there would hide what the parent has at that address (BLOG-02). */
async function ownWord(db: Db, parent: AnyPageType, slug: string): Promise<string | null> {
  if (parent.routes.some(({ path }) => path.split('/')[0] === slug)) return `“${slug}” is an address of the page above itself.`;
  return await parent.reserved?.(db, slug) ?? null;
}
