import { blockType } from '../block-type';
import { optional } from '../fields/optional';
import { text } from '../fields/text';
import { url } from '../fields/url';
import { escapeMarkdown, markdownLink } from '../rich-text/to-markdown';
import { videoOf } from './video';

declare module '../../platform/http/views' {
  interface Views {
    'blocks/embed': { provider: string; player: string; url: string; title: string; description: string | null };
  }
}

/** Nothing is fetched from elsewhere before the reader asks for it; without scripts the link does the same. */
export const embedBlock = blockType({
  type: 'embed',
  label: 'Video',
  description: 'A video on YouTube or Vimeo, loaded when the reader asks for it.',
  fields: {
    url: url({ label: 'Address', required: true, check: { test: (address) => videoOf(address) !== undefined, message: 'Only videos on YouTube and Vimeo can be shown.' } }),
    title: text({ label: 'Title', max: 200, required: true }),
    description: optional(text({ label: 'Description', max: 500, required: true, multiline: true })),
  },
  permission: null,
  example: { url: 'https://vimeo.com/76979871', title: 'A recorded session', description: null },
  html(value, render) {
    const video = value.url === null ? undefined : videoOf(value.url);
    if (!video) return null;
    return render.view('blocks/embed', {
      provider: video.name, player: `${video.provider}:${video.id}`, url: video.url, title: value.title || video.name, description: value.description,
    });
  },
  markdown: (value) => [markdownLink(value.title, value.url), escapeMarkdown(value.description ?? '')].filter((part) => part !== '').join('\n\n'),
});
