import type { Db } from '../../platform/db/connect';
import { Conflict, Unprocessable, type Problem } from '../../platform/http/errors';
import { checkSlug } from '../pages/check-slug';
import { getPage, type PageRow } from '../pages/queries';
import type { Registry } from '../registry';
import type { PageText } from '../revisions/page-text';
import { freeSlug } from './free-slug';
import type { ReadForm } from './read-form';

interface Engine { readonly db: Db; readonly registry: Registry }

/**
 * What a form holds, if it can be a revision: everything could be read, there is a title, and the slug is free. A slug that was
 * left empty is the one that the page has, or, while nobody has seen the page, one made from its title.
 * @throws Unprocessable with every problem at once
 */
export async function savableText(engine: Engine, page: PageRow, { text, problems }: ReadForm): Promise<PageText> {
  const slug = await slugFor(engine, page, text);
  const found = [...titleProblems(text), ...problems, ...('problem' in slug ? [{ field: 'slug', message: slug.problem }] : [])];
  if (found.length > 0 || 'problem' in slug) throw new Unprocessable(found);
  return { ...text, slug: slug.slug };
}

/** A draft may lack everything else, but lists have to call it something. */
export function titleProblems({ title }: PageText): Problem[] {
  return title === '' ? [{ field: 'title', message: 'A title is needed.' }] : [];
}

async function slugFor(engine: Engine, page: PageRow, text: PageText): Promise<{ slug: string } | { problem: string }> {
  if (page.parentId === null || text.slug === page.slug) return { slug: page.slug };
  const parent = await getPage(engine.db, page.parentId);
  if (text.slug === '') return { slug: page.liveRevisionId === null ? await freeSlug(engine, parent, text, page) : page.slug };
  return await slugProblem(engine, parent, text.slug, page) ?? { slug: text.slug };
}

/** Said beside the field, whatever the reason. */
export async function slugProblem(engine: Engine, parent: PageRow, slug: string, page?: PageRow): Promise<{ problem: string } | undefined> {
  try {
    await checkSlug(engine, parent, slug, page);
    return undefined;
  } catch (error) {
    if (error instanceof Conflict || error instanceof Unprocessable) return { problem: error.message };
    throw error;
  }
}
