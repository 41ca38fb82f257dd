import type { Html } from '../../platform/html/html';
import { blockType } from '../block-type';
import { choice } from '../fields/choice';
import { richText } from '../fields/rich-text';
import { text } from '../fields/text';
import { escapeMarkdown, richTextToMarkdown } from '../rich-text/to-markdown';
import { exampleText } from './example-text';

declare module '../../platform/http/views' {
  interface Views {
    /** `label` says in words what kind it is, beside the title. */
    'blocks/callout': { kind: 'note' | 'warning' | 'tip'; label: string; text: Html };
  }
}

const KINDS = [{ value: 'note', label: 'Note' }, { value: 'warning', label: 'Warning' }, { value: 'tip', label: 'Tip' }] as const;

export const calloutBlock = blockType({
  type: 'callout',
  label: 'Box',
  description: 'A note, a warning or a tip beside the text.',
  fields: {
    kind: choice({ label: 'Kind', choices: KINDS }),
    title: text({ label: 'Title', max: 100, required: true, weight: 'B' }),
    text: richText({ label: 'Text', size: 'small', required: true }),
  },
  permission: null,
  example: { kind: 'note', title: 'Keep in mind', text: exampleText('Every Internet standard is an RFC, but most RFCs are not Internet standards.') },
  html: ({ kind, title, text: body }, render) => render.view('blocks/callout', { kind, label: labelOf(kind, title), text: render.richText(body) }),
  markdown({ kind, title, text: body }, render) {
    return [`**${escapeMarkdown(labelOf(kind, title))}**`, '', ...richTextToMarkdown(body, render).split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n');
  },
});

/** Colour alone says nothing: a warning is called one. */
function labelOf(kind: 'note' | 'warning' | 'tip', title: string): string {
  const name = KINDS.find(({ value }) => value === kind)?.label ?? '';
  if (kind === 'note' || title.toLowerCase().startsWith(kind)) return title || name;
  return title === '' ? name : `${name}: ${title}`;
}
