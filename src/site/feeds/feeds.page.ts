import { FEED_TYPES } from '../../cms/feeds/feed-link';
import { richText } from '../../cms/fields/rich-text';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import type { Html } from '../../platform/html/html';
import { exampleText } from '../example';
import { feedLists, type FeedList } from './feed-lists';

declare module '../../platform/http/views' {
  interface Views {
    'feeds/feeds': { introduction: string; lists: readonly FeedList[]; types: typeof FEED_TYPES; explanation: Html };
  }
}

/** content.md 9.7: every feed and calendar of the site, from what the page types say they have. */
export const feedsPage = pageType({
  key: 'feeds',
  label: 'Feeds',
  description: 'A list of every feed and calendar of the site, made by itself.',
  fields: {
    introduction: text({ label: 'Introduction', help: 'What a feed is, in a sentence or two.', max: 511, required: true, multiline: true, weight: 'B' }),
    explanation: richText({ label: 'Explanation', help: 'Below the list: feeds that stand elsewhere, and how to use them.', size: 'full' }),
  },
  version: 1,
  parents: 'any',
  children: [],
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  async show({ siteFeeds, content, render }) {
    return view('feeds/feeds', {
      introduction: content.introduction,
      lists: feedLists(await siteFeeds()),
      types: FEED_TYPES,
      explanation: render.richText(content.explanation),
    });
  },
  routes: [],
  example: { introduction: 'A feed tells a program of your choice what is new here.', explanation: exampleText('Each list of this site has its own feeds.') },
});
