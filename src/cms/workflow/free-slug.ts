import type { Db } from '../../platform/db/connect';
import { listSlugsLike } from './copy-queries';

/** `about`, `about-copy`, `about-copy-2` …: the first that no child of the parent has. */
export async function freeSlug(db: Db, parentId: number, slug: string): Promise<string> {
  const taken = new Set(await listSlugsLike(db, parentId, slug));
  const tries = [slug, `${slug}-copy`, ...Array.from({ length: taken.size }, (_, number) => `${slug}-copy-${number + 2}`)];
  return tries.find((candidate) => !taken.has(candidate))!;
}
