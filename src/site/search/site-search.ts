import type { SiteSearch } from '../../cms/search/site-search';
import { wellKnown } from './well-known';
import { wording } from './wording';

export const siteSearch: SiteSearch = {
  wording,
  groups: [
    { value: 'page', label: 'Page', plural: 'Pages', types: [] },
    { value: 'post', label: 'Blog post', plural: 'Blog posts', types: ['post'] },
    { value: 'announcement', label: 'Announcement', plural: 'Announcements', types: ['announcement'] },
    { value: 'statement', label: 'Statement', plural: 'Statements', types: ['statement'] },
    { value: 'event', label: 'Event', plural: 'Meetings & events', types: ['event'] },
    { value: 'rfc', label: 'RFC', plural: 'RFCs', types: ['rfc'] },
    { value: 'group', label: 'Group', plural: 'Groups', types: ['group'] },
    { value: 'term', label: 'Glossary', plural: 'Glossary', types: ['term'] },
    { value: 'document', label: 'Document', plural: 'Documents', types: ['document'] },
    { value: 'person', label: 'Person', plural: 'People', types: ['person'] },
  ],
  wellKnown,
  topic: 'topic',
  help: ['/glossary', '/all-pages', '/contact'],
};
