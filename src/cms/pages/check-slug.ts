import type { Db } from '../../platform/db/connect';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { urlOf } from './page';
import { findChildBySlug, type PageRow } from './queries';
import { RESERVED, slugSchema } from './slug';

/**
 * Whether a page may have this slug below this parent. `page`: the one that asks, when it exists already; then a slug that
 * it has from elsewhere, with capitals perhaps, is good enough.
 * @throws Unprocessable when it is no slug or kept for the program, Conflict when another page there has it
 */
export async function checkSlug(db: Db, parent: PageRow, slug: string, page?: PageRow): Promise<void> {
  const problem = (slug === page?.slug ? undefined : slugSchema.safeParse(slug).error?.issues[0]?.message)
    ?? (parent.path === '/' && RESERVED.has(slug) ? 'This word is kept for the program.' : undefined);
  if (problem) throw new Unprocessable([{ field: 'slug', message: problem }]);

  const taken = await findChildBySlug(db, parent.id, slug);
  if (taken && taken.id !== page?.id) throw new Conflict(`There is a page “${slug}” below ${urlOf(parent.path)} already: “${taken.title}”.`);
}
