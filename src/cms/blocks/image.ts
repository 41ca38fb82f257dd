import type { Html } from '../../platform/html/html';
import { blockType } from '../block-type';
import { image } from '../fields/image';
import { optional } from '../fields/optional';
import { text } from '../fields/text';
import { escapeMarkdown } from '../rich-text/to-markdown';

declare module '../../platform/http/views' {
  interface Views {
    'blocks/image': { picture: Html; caption: string | null; credit: string | null };
  }
}

export const imageBlock = blockType({
  type: 'image',
  label: 'Image',
  description: 'A picture from the library, with caption and credit.',
  fields: {
    image: image({ label: 'Image' }),
    caption: optional(text({ label: 'Caption', max: 500, required: true })),
    credit: optional(text({ label: 'Credit', max: 200, required: true, weight: null })),
  },
  permission: null,
  example: { image: null, caption: null, credit: null },
  html(value, render) {
    const picture = render.picture(value.image, 'body');
    return picture && render.view('blocks/image', { picture, caption: value.caption, credit: value.credit });
  },
  markdown({ image: picture, caption }, render) {
    const there = picture !== null && render.resolve(picture.ref) !== undefined;
    return (there ? [picture.alt, caption] : []).flatMap((line) => (line ? [`*${escapeMarkdown(line)}*`] : [])).join('\n\n');
  },
});
