import { standardBlocks } from '../../cms/blocks/index';
import { choice } from '../../cms/fields/choice';
import { blocks } from '../../cms/fields/blocks';
import { group } from '../../cms/fields/group';
import { list } from '../../cms/fields/list';
import { reference } from '../../cms/fields/reference';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { parseReference } from '../../cms/references/uri';
import { rowUrl } from '../listings/row';
import { urisOf } from '../snippets/topic-chips';
import { faqData } from '../standard/questions';
import { streamHtml } from '../streams';
import { eventCard, standingOf } from './card';
import { shortDates } from './event-dates';
import { partEvents, type Parted } from './event-listing';
import { listEvents } from './queries';

/** More than this and past events need pages of their own. */
const MOST = 500;

/** content.md 4.8 */
export const eventListingPage = pageType({
  key: 'event-listing',
  label: 'List of events',
  description: 'Events below it: to come, and past by year.',
  fields: {
    introduction: text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' }),
    body: blocks({ label: 'Text', types: standardBlocks }),
    shows: choice({ label: 'Shows', choices: [
      { value: 'all', label: 'Events to come and past events' }, { value: 'upcoming', label: 'Events to come' }, { value: 'past', label: 'Past events' },
    ] }),
    below: reference({ label: 'Events below', kinds: ['page'], help: 'Empty: those below this page.' }),
    promoted: list({
      label: 'Promoted events', help: 'They stand above the others.',
      of: group({ fields: { page: reference({ label: 'Event', kinds: ['page'], required: true }) } }), max: 10,
    }),
  },
  version: 1,
  parents: 'any',
  children: 'any',
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  async show({ db, now, site, page, content, render }) {
    const at = { now, zone: site.timeZone };
    const named = urisOf(content.promoted, 'page').map((uri) => Number(parseReference(uri)?.key)).filter(Number.isInteger);
    const below = Number((content.below && parseReference(content.below)?.key) ?? page.id);
    const rows = await listEvents(db, { siteId: site.id, below, named, now, limit: MOST });
    const { promoted, upcoming, past } = chosen(content.shows, partEvents(rows.map((row) => ({ ...row, standing: standingOf(row) })), named, at));
    return view('events/listing', {
      introduction: content.introduction,
      body: streamHtml(render, content.body),
      promoted: promoted.map((row) => eventCard(render, row, at)),
      upcoming: upcoming.map((row) => eventCard(render, row, at)),
      past: past.map(({ year, events }) => (
        { year, events: events.map((row) => ({ title: row.title, url: rowUrl(row), dates: shortDates(row.standing) })) }
      )),
      pager: null, types: [], years: [], calendarUrl: null, feedUrl: null,
    }, { structuredData: faqData([], [content.body]) });
  },
  routes: [],
  example: { introduction: 'Where and when we meet.', body: [], shows: 'all', below: null, promoted: [] },
});

function chosen<E>(shows: 'all' | 'upcoming' | 'past', parts: Parted<E>): Parted<E> {
  if (shows === 'upcoming') return { ...parts, past: [] };
  return shows === 'past' ? { ...parts, promoted: [], upcoming: [] } : parts;
}
