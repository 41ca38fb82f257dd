import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { listTree } from './queries';
import { branchesOf, type Branch } from './tree';

declare module '../../platform/http/views' {
  interface Views {
    'all-pages/all-pages': { introduction: string | null; branches: readonly Branch[] };
    'all-pages/branch': { branches: readonly Branch[] };
  }
}

/** The site at one glance (content.md 9.7): three levels of the tree, from the rows that are public now. */
export const allPagesPage = pageType({
  key: 'all-pages',
  label: 'All pages',
  description: 'A list of the whole site, made from the tree.',
  fields: { introduction: text({ label: 'Introduction', max: 255, multiline: true, weight: 'B' }) },
  version: 1,
  parents: 'any',
  children: [],
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  async show({ db, now, site, page, content }) {
    const rows = await listTree(db, { siteId: site.id, except: page.id, now });
    return view('all-pages/all-pages', { introduction: content.introduction, branches: branchesOf(rows) });
  },
  routes: [],
  example: { introduction: 'Every section with its pages.' },
});
