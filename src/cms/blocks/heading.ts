import { blockType } from '../block-type';
import { choice } from '../fields/choice';
import { optional } from '../fields/optional';
import { text } from '../fields/text';
import { ANCHOR } from '../rich-text/grammar';
import { escapeMarkdown } from '../rich-text/to-markdown';

export const headingBlock = blockType({
  type: 'heading',
  label: 'Heading',
  description: 'A section begins: it has an address of its own and stands in the contents list.',
  fields: {
    text: text({ label: 'Heading', max: 200, required: true, weight: 'B' }),
    level: choice({ label: 'Level', choices: [{ value: 2, label: 'Section' }, { value: 3, label: 'Part of a section' }, { value: 4, label: 'Smaller part' }] }),
    anchor: optional(text({
      label: 'Anchor', max: 100, required: true, weight: null, help: 'The end of its address. Made from the text when left empty; changing it breaks links.',
      pattern: { regex: ANCHOR, message: 'An anchor is lower-case letters, digits and hyphens, a letter first.' },
    })),
  },
  permission: null,
  example: { text: 'What this section is about', level: 2, anchor: null },
  html: (value, render) => render.heading(value.level, value.text, value.anchor),
  markdown: (value) => `${'#'.repeat(value.level)} ${escapeMarkdown(value.text)}`,
});
