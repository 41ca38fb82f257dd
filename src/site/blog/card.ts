import { dayIn, shortDay } from '../../platform/dates';
import type { Renderer } from '../../cms/references/renderer';
import type { NamedRow } from '../listings/queries';
import { rowUrl, termsOf } from '../listings/row';
import { dateText } from '../listings/dates';
import { authorUrl, blogOfPost, topicUrl } from './addresses';
import type { PostCard } from './views';

/** A post in a list; `zone` is the site's, whose day the date names. */
export function postCard(render: Renderer, row: NamedRow, zone: string): PostCard {
  const day = dayIn(zone, row.date);
  const blog = blogOfPost(row);
  return {
    title: row.title,
    url: rowUrl(row),
    text: row.summary,
    date: dateText(day),
    shortDate: shortDay(day),
    authors: termsOf(row, 'person').map(({ name, key }) => ({ name, url: authorUrl(blog, key) })),
    topics: termsOf(row, 'topic').map(({ name, key }) => ({ text: name, url: topicUrl(blog, key) })),
    picture: render.ownPicture(row.image, 'post-row'),
  };
}
