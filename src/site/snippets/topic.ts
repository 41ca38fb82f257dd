import { number } from '../../cms/fields/number';
import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { snippetType } from '../../cms/snippet-type';

/** A topic beside a post or a statement. Without an address it prints as words. */
export interface TopicChip {
  readonly text: string;
  readonly url: string | null;
}

/** What posts and statements are about: `topic:security`. */
export const topicSnippet = snippetType({
  type: 'topic',
  label: 'Topic',
  plural: 'Topics',
  fields: {
    title: text({ label: 'Title', max: 255, required: true, weight: 'A' }),
    legacyId: optional(number({ label: 'Number on the earlier site', help: 'Old addresses of filtered lists carry it.', min: 1 })),
  },
  inline: 'chip',
  title: ({ title }) => title,
  describe: () => null,
  url: () => null,
  example: { title: 'Routing', legacyId: null },
});
