import type { Db } from '../../platform/db/connect';
import type { TopicName } from '../listings/facet-queries';

/** By key, or by its number on the earlier site. */
export async function findTopic(db: Db, asked: string): Promise<TopicName | undefined> {
  return db('snippets').where('type', 'topic').whereRaw("(key = lower(?) or content->>'legacyId' = ?)", [asked, asked])
    .orderByRaw('key = lower(?) desc, key', [asked]).first<TopicName>('key', 'title');
}

export async function findTopicTitle(db: Db, key: string): Promise<string | undefined> {
  const topic = await db('snippets').where({ type: 'topic', key }).first<{ title: string }>('title');
  return topic?.title;
}

export interface Author {
  readonly slug: string;
  readonly name: string;
  readonly about: string | null;
  /** Of the person's own page, without the final slash; null when there is none. */
  readonly path: string | null;
}

export async function findAuthor(db: Db, slug: string, now: Date): Promise<Author | undefined> {
  return db('people').where({ slug }).first<Author>('slug', 'name', 'about', db.raw('path_of_person(slug, ?) as path', [now]));
}
