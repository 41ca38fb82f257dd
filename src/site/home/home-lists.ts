import type { Renderer } from '../../cms/references/renderer';
import { postCard } from '../blog/card';
import { eventCard, standingOf } from '../events/card';
import { byStart, isUpcoming, type Now } from '../events/event-dates';
import type { NamedRow } from '../listings/queries';
import { rowUrl } from '../listings/row';
import type { HomeView } from './views';

type HomeLists = Pick<HomeView, 'events' | 'allEventsUrl' | 'posts' | 'allPostsUrl'>;

/** From the rows of `listForHome`: rows of a union come in no promised order, so they are sorted here. */
export function homeLists(render: Renderer, rows: readonly NamedRow[], at: Now, count: { events: number; posts: number }): HomeLists {
  const of = (type: string) => rows.filter((row) => row.type === type);
  const soonestFirst = byStart(at);
  const events = of('event').map((row) => ({ row, standing: standingOf(row) }))
    .filter(({ standing }) => isUpcoming(standing, at))
    .sort((one, other) => soonestFirst(one.standing, other.standing));
  const posts = of('post').sort((one, other) => other.date.getTime() - one.date.getTime() || other.pageId - one.pageId);
  return {
    events: events.slice(0, count.events).map(({ row }) => eventCard(render, row, at, 'event-line')),
    allEventsUrl: firstUrl(of('event-listing')),
    posts: posts.slice(0, count.posts).map((row) => postCard(render, row, at.zone)),
    allPostsUrl: firstUrl(of('blog')),
  };
}

/** The one nearest to the home page; of several there, the oldest. */
function firstUrl(rows: readonly NamedRow[]): string | null {
  const nearest = [...rows].sort((one, other) => depth(one) - depth(other) || one.pageId - other.pageId)[0];
  return nearest ? rowUrl(nearest) : null;
}

function depth({ path }: NamedRow): number {
  return path.split('/').length;
}
