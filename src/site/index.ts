import { documentKind } from '../cms/documents/document-reference';
import { imageKind } from '../cms/media/image-reference';
import { pageKind } from '../cms/pages/page-kind';
import type { Registrations } from '../cms/registry';
import { snippetKind } from '../cms/snippets/snippet-kind';
import { allPagesPage } from './all-pages/all-pages.page';
import { formPage } from './contact/form.page';
import { announcementIndexPage } from './announcements/announcement-index.page';
import { announcementPage } from './announcements/announcement.page';
import { blogPage } from './blog/blog.page';
import { postPage } from './blog/post.page';
import { eventListingPage } from './events/event-listing.page';
import { eventPage } from './events/event.page';
import { glossaryPage } from './glossary/glossary.page';
import { allTermsKind, termKind } from './glossary/term-kind';
import { termMarks } from './glossary/term-marks';
import { termSnippet } from './glossary/term';
import { feedsPage } from './feeds/feeds.page';
import { homePage } from './home/home.page';
import { peoplePage } from './people/people.page';
import { personKind } from './people/person-kind';
import { callToActionSnippet } from './snippets/call-to-action';
import { signUpSnippet } from './snippets/sign-up';
import { sponsorSnippet } from './snippets/sponsor';
import { topicSnippet } from './snippets/topic';
import { topicKind } from './snippets/topic-kind';
import { sectionPage } from './standard/section.page';
import { standardPage } from './standard/standard.page';
import { draftKind } from './standards/draft-kind';
import { groupKind } from './standards/group-kind';
import { listKind } from './standards/list-kind';
import { rfcKind } from './standards/rfc-kind';
import { rfcListPage } from './standards/rfc-list.page';
import { seriesKind } from './standards/series-kind';
import { statementIndexPage } from './statements/statement-index.page';
import { statementPage } from './statements/statement.page';
import { topicListPage } from './topics/topic-list.page';
import { topicPage } from './topics/topic.page';

/**
 * THE REGISTRY: everything that makes this site more than an empty engine, one line each.
 * Adding a page type or a snippet type is a file of its own and a line here.
 */
export const registrations: Registrations = {
  pageTypes: [
    homePage,
    sectionPage,
    standardPage,
    topicListPage,
    topicPage,
    blogPage,
    postPage,
    eventListingPage,
    eventPage,
    statementIndexPage,
    statementPage,
    announcementIndexPage,
    announcementPage,
    glossaryPage,
    formPage,
    peoplePage,
    rfcListPage,
    allPagesPage,
    feedsPage,
  ],
  snippetTypes: [
    callToActionSnippet,
    signUpSnippet,
    topicSnippet,
    termSnippet,
    sponsorSnippet,
  ],
  referenceKinds: [
    pageKind,
    imageKind,
    documentKind,
    snippetKind(callToActionSnippet),
    snippetKind(signUpSnippet),
    topicKind,
    termKind,
    allTermsKind,
    snippetKind(sponsorSnippet),
    rfcKind,
    seriesKind('bcp', 'Best Current Practice'),
    seriesKind('std', 'Internet Standard'),
    seriesKind('fyi', 'For Your Information'),
    draftKind,
    groupKind,
    listKind,
    personKind,
  ],
  textMarks: [termMarks],
};
