import { dayIn, shortDay } from '../../platform/dates';
import type { Renderer } from '../../cms/references/renderer';
import type { NamedRow } from '../listings/queries';
import { listingPicture, rowUrl, termsOf } from '../listings/row';
import { dateText } from '../listings/dates';
import type { PostCard } from './views';

/** A post in a list; `zone` is the site's, whose day the date names. */
export function postCard(render: Renderer, row: NamedRow, zone: string): PostCard {
  const day = dayIn(zone, row.date);
  return {
    title: row.title,
    url: rowUrl(row),
    text: row.summary,
    date: dateText(day),
    shortDate: shortDay(day),
    authors: termsOf(row, 'person').map(({ name }) => ({ name, url: null })),
    topics: termsOf(row, 'topic').map(({ name }) => ({ text: name, url: null })),
    picture: listingPicture(render, row.image, 'card'),
  };
}
