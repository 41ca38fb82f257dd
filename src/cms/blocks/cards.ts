import type { Html } from '../../platform/html/html';
import { blockType } from '../block-type';
import { group } from '../fields/group';
import { image, type ImageValue } from '../fields/image';
import { link, type Link } from '../fields/link';
import { list } from '../fields/list';
import { optional } from '../fields/optional';
import { text } from '../fields/text';
import type { Renderer, ResolvedLink } from '../references/renderer';
import { escapeMarkdown, markdownLink } from '../rich-text/to-markdown';

export interface CardOfBlock {
  readonly link: ResolvedLink;
  readonly text: string | null;
  readonly picture: Html | null;
}

declare module '../../platform/http/views' {
  interface Views {
    'blocks/cards': { cards: readonly CardOfBlock[]; level: 2 | 3 };
  }
}

export const cardsBlock = blockType({
  type: 'cards',
  label: 'Cards',
  description: 'Pages as cards, with picture and a line of text.',
  fields: {
    cards: list({ label: 'Cards', min: 1, max: 24, of: group({ fields: {
      link: link({ label: 'Page', required: true }),
      image: image({ label: 'Picture', help: 'The page’s own when left empty.' }),
      text: optional(text({ label: 'Text', max: 255, required: true, multiline: true, help: 'The page’s own description when left empty.' })),
    } }) }),
  },
  permission: null,
  example: { cards: [{ link: { ref: 'https://www.rfc-editor.org/', text: 'RFC Editor' }, image: null, text: 'Where RFCs are published.' }] },
  html(value, render) {
    const cards = value.cards.flatMap((card) => cardOf(card, render) ?? []);
    // headings never skip a level: below the page's title comes an h2
    return cards.length === 0 ? null : render.view('blocks/cards', { cards, level: render.headings.length === 0 ? 2 : 3 });
  },
  markdown: (value, render) => value.cards.flatMap((card) => cardOf(card, render) ?? [])
    .map((card) => `- ${markdownLink(card.link.text, card.link.url)}${card.text === null ? '' : `: ${escapeMarkdown(card.text)}`}`).join('\n'),
});

/** Null when its page is gone or not public. */
function cardOf(card: { link: Link | null; image: ImageValue | null; text: string | null }, render: Renderer): CardOfBlock | null {
  const target = render.link(card.link);
  if (!target || !card.link) return null;
  const { detail = null, data = null } = render.resolve(card.link.ref) ?? {};
  return { link: target, text: card.text ?? detail, picture: card.image ? render.picture(card.image, 'card') : ownPicture(data, render) };
}

function ownPicture(data: unknown, render: Renderer): Html | null {
  return typeof data === 'object' && data !== null && 'image' in data ? render.ownPicture(data.image, 'card') : null;
}
