import { blockType } from '../block-type';
import { optional } from '../fields/optional';
import { text } from '../fields/text';
import { escapeMarkdown, fencedCode } from '../rich-text/to-markdown';

declare module '../../platform/http/views' {
  interface Views {
    'blocks/code': { code: string; language: string | null; caption: string | null; label: string };
  }
}

export const codeBlock = blockType({
  type: 'code',
  label: 'Code',
  description: 'Code, messages or packets as they are, in a fixed-width face.',
  fields: {
    code: text({ label: 'Code', max: 20_000, required: true, multiline: true }),
    language: optional(text({ label: 'Language', max: 30, required: true, weight: null, pattern: { regex: /^[A-Za-z0-9+#-]+$/, message: 'A name such as json or http.' } })),
    caption: optional(text({ label: 'Caption', max: 200, required: true })),
  },
  permission: null,
  example: { code: 'GET / HTTP/1.1\nHost: www.example.org', language: 'http', caption: 'The shortest request' },
  html: ({ code, language, caption }, render) => render.view('blocks/code', { code, language, caption, label: caption ?? 'Code' }),
  markdown: ({ code, language, caption }) => [escapeMarkdown(caption ?? ''), fencedCode(code, language)].filter((part) => part !== '').join('\n\n'),
});
