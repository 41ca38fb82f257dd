import { boolean } from '../../cms/fields/boolean';
import { link } from '../../cms/fields/link';
import { optional } from '../../cms/fields/optional';
import { richText } from '../../cms/fields/rich-text';
import { text } from '../../cms/fields/text';
import type { ContentOf } from '../../cms/field';
import { richTextToText } from '../../cms/rich-text/to-text';
import { snippetType } from '../../cms/snippet-type';

export const termFields = {
  title: text({ label: 'Term', max: 255, required: true, weight: 'A' }),
  abbreviation: optional(text({ label: 'Abbreviation', max: 30, required: true, weight: 'A' })),
  definition: richText({ label: 'What it means', size: 'small', required: true }),
  link: link({ label: 'Read more' }),
  unmarked: boolean({ label: 'Never mark it in texts', help: 'For words that everybody knows, or that mean something else as often.' }),
};

export type TermContent = ContentOf<typeof termFields>;

/** A word of the glossary: `term:working-group`. */
export const termSnippet = snippetType({
  type: 'term',
  label: 'Glossary term',
  plural: 'Glossary terms',
  fields: termFields,
  inline: 'link',
  title: ({ title }) => title,
  describe: ({ definition }) => richTextToText(definition),
  url: () => null, // that of the page which lists it: see term-kind.ts
  example: {
    title: 'Last Call',
    abbreviation: 'LC',
    definition: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The last weeks in which anybody may comment before a document is decided on.' }] }] },
    link: null,
    unmarked: false,
  },
});
