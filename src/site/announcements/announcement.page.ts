import { dayIn } from '../../platform/dates';
import { standardBlocks } from '../../cms/blocks/index';
import type { ContentOf } from '../../cms/field';
import { blocks } from '../../cms/fields/blocks';
import { dateTime } from '../../cms/fields/date-time';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view, type ShowContext } from '../../cms/page-type';
import { exampleBody } from '../example';
import { dateOf, dateText, updatedText } from '../listings/dates';
import { listNeighbours, type Neighbour } from '../listings/queries';
import { rowLink } from '../listings/row';
import { faqData } from '../standard/questions';
import { announcementRow } from './row';
import type { AnnouncementView } from './views';

/** In the list beside an announcement. */
const OTHERS = 5;

const fields = {
  date: dateTime({ label: 'Date', required: true }),
  introduction: text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' }),
  body: blocks({ label: 'Text', types: standardBlocks, required: true }),
};

/** content.md 4.12 */
export const announcementPage = pageType({
  key: 'announcement',
  label: 'Announcement',
  description: 'Something that was decided or has changed, with its date.',
  fields,
  version: 1,
  parents: ['announcement-index'],
  children: [],
  listing: ({ introduction, date }) => ({ ...NO_LISTING, introduction, date }),
  async show(context) {
    return view('announcements/announcement', await announcementView(context), { openGraphType: 'article', structuredData: faqData([], [context.content.body]) });
  },
  routes: [],
  example: {
    date: '2026-01-05T12:00:00Z',
    introduction: 'What is announced, in two sentences.',
    body: exampleBody('Then what follows from it: from when, for whom, and where to ask.'),
  },
});

async function announcementView({ db, now, site, page, content, render }: ShowContext<ContentOf<typeof fields>>): Promise<AnnouncementView> {
  const date = dateOf(content.date, page);
  const list = { siteId: site.id, type: 'announcement', parentId: page.parentId!, now, gateId: page.gateId };
  const rows = await listNeighbours(db, list, { id: page.id, date, topics: [] }, { newest: OTHERS, older: 1, related: 0 });
  const of = (part: Neighbour['part']) => rows.filter((row) => row.part === part);
  const printed = (part: Neighbour['part']) => of(part).map((row) => announcementRow(row, site.timeZone));
  return {
    introduction: content.introduction,
    date: dateText(dayIn(site.timeZone, date)),
    updated: updatedText(date, page, site.timeZone),
    body: render.blocks(content.body),
    list: of('parent').map(rowLink)[0] ?? null,
    replaces: printed('replaced'),
    previous: of('older').map(rowLink)[0] ?? null,
    next: of('newer').map(rowLink)[0] ?? null,
    others: printed('newest'),
  };
}
