import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { listDated } from '../listings/queries';
import { statementRow } from './row';

/** More than this and the table needs pages of its own. */
const MOST = 500;

/** content.md 4.11: dated statements of one body, newest first. */
export const statementIndexPage = pageType({
  key: 'statement-index',
  label: 'List of statements',
  description: 'Statements of a body such as the IESG, newest first.',
  fields: {
    introduction: optional(text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' })),
    bodyName: text({ label: 'Whose statements', max: 100, required: true, help: 'Its short name, such as IESG.' }),
  },
  version: 1,
  parents: 'any',
  children: ['statement'],
  listing: ({ introduction, bodyName }) => ({ ...NO_LISTING, introduction, facts: { bodyName } }),
  async show({ db, now, site, page, content }) {
    const rows = await listDated(db, { siteId: site.id, type: 'statement', parentId: page.id, now }, MOST);
    return view('statements/index', {
      introduction: content.introduction,
      bodyName: content.bodyName,
      total: rows.length,
      filterSentence: null, active: [], clearUrl: null, filter: null, years: [],
      statements: rows.map((row) => statementRow(row, site.timeZone)),
      pager: null, feedUrl: null,
    });
  },
  routes: [],
  example: { introduction: 'Statements say how a rule is applied. Each is dated.', bodyName: 'IESG' },
});
