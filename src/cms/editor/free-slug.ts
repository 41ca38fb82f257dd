import type { Db } from '../../platform/db/connect';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { checkSlug } from '../pages/check-slug';
import type { PageRow } from '../pages/queries';
import { slugOf, slugSchema } from '../pages/slug';
import type { Registry } from '../registry';

const MOST = 200;

/**
 * A slug that is free below `parent`: the one that was typed if it is one, else made from the title; numbered where another page
 * has it (`agenda-2`). For drafts, whose slug can be changed as long as nobody has published it.
 * @throws Conflict when a great many pages there have this name
 */
export async function freeSlug({ db, registry }: { db: Db; registry: Registry }, parent: PageRow, { title, slug }: { title: string; slug: string }, page?: PageRow): Promise<string> {
  const wanted = slugSchema.safeParse(slug).success ? slug : title.trim() === '' ? 'untitled' : slugOf(title);
  for (let number = 1; number <= MOST; number += 1) {
    const candidate = number === 1 ? wanted : `${wanted}-${number}`;
    if (await isFree({ db, registry }, parent, candidate, page)) return candidate;
  }
  throw new Conflict('Many pages here have this name: choose another slug.');
}

async function isFree(engine: { db: Db; registry: Registry }, parent: PageRow, slug: string, page: PageRow | undefined): Promise<boolean> {
  try {
    await checkSlug(engine, parent, slug, page);
    return true;
  } catch (error) {
    if (error instanceof Conflict || error instanceof Unprocessable) return false;
    throw error;
  }
}
