import { encodePath } from '../../cms/addresses/path';
import type { Feed } from '../../cms/feeds/feed';
import type { SubRequest } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { FEED_SIZE, feedItem, feedTitle } from '../listings/feed';
import { EVERYTHING, listDatedPage, type NamedRow, type Narrowing } from '../listings/queries';
import { authorUrl, feedUrl, topicUrl } from './addresses';
import type { BlogContext } from './post-list';
import { findAuthor, findTopicTitle } from './queries';

/** content.md chapter 11: all posts. */
export async function feedOfPosts(context: BlogContext): Promise<Feed> {
  const url = urlOf(encodePath(context.page.path));
  const { introduction } = context.content;
  return feed(context, { url, part: null, description: introduction ?? `Posts of ${feedTitle(context.site, context.page)}.`, rows: await newest(context, {}) });
}

/** A topic nobody has written about yet has an empty feed; a word that is none has no feed. */
export async function feedOfTopic(context: BlogContext, { params }: SubRequest): Promise<Feed | null> {
  const key = params.topic!;
  const title = await findTopicTitle(context.db, key);
  if (title === undefined) return null;
  return feed(context, { url: topicUrl(urlOf(encodePath(context.page.path)), key), part: title, description: `Posts about ${title}.`, rows: await newest(context, { topic: key }) });
}

export async function feedOfAuthor(context: BlogContext, { params }: SubRequest): Promise<Feed | null> {
  const slug = params.author!;
  const author = await findAuthor(context.db, slug, context.now);
  const rows = await newest(context, { person: slug });
  if (!author || rows.length === 0) return null;
  return feed(context, { url: authorUrl(urlOf(encodePath(context.page.path)), slug), part: author.name, description: `Articles by ${author.name}.`, rows });
}

async function newest({ db, now, site, page }: BlogContext, narrowing: Partial<Narrowing>): Promise<NamedRow[]> {
  const list = { siteId: site.id, type: 'post', parentId: page.id, now, gateId: page.gateId };
  const { rows } = await listDatedPage(db, list, { ...EVERYTHING, ...narrowing }, { page: 1, size: FEED_SIZE });
  return rows;
}

function feed({ site, page }: BlogContext, { url, part, description, rows }: { url: string; part: string | null; description: string; rows: readonly NamedRow[] }): Feed {
  return { title: feedTitle(site, page, part), description, url, feedUrl: feedUrl(url), items: rows.map(feedItem) };
}
