import type { RichText, RichTextMark, RichTextNode, RichTextSize } from '../../../src/cms/rich-text/document';
import { tidy } from '../../../src/cms/rich-text/tidy';

/** mulberry32: the same documents in every run, so that a failure can be looked at. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = ['rough', 'consensus ', ' and', ' running code', '<b>', '&amp;', '"', 'a < b', '[[rfc:1]]', '[[', 'é日本', '\u00a0', '  ', '*x*', 'javascript:'];
const REFS = ['page:42#mission', 'https://example.org/?a=1&b="2"', 'mailto:a@example.org', 'document:7', '#mission', 'tel:+4122'];
const CITED = ['rfc:9110', 'group:quic', 'draft:draft-ietf-a-b-00', 'term:working-group', 'rfc:9110#section-3'];
const MARKS = ['bold', 'italic', 'strike', 'code', 'subscript', 'superscript'];

/** A tidy document of the given size. */
export function randomDocument(random: () => number, size: RichTextSize): RichText {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const times = (most: number) => Math.floor(random() * (most + 1));
  const repeat = <T>(most: number, make: () => T): T[] => Array.from({ length: times(most) }, make);
  return tidy({ type: 'doc', content: repeat(5, () => block(0)) });

  function block(depth: number): RichTextNode {
    const kinds = ['paragraph', 'paragraph', ...(depth < 3 ? ['bulletList', 'orderedList'] : []), ...(size === 'cell' ? [] : ['codeBlock']),
      ...(size === 'full' ? ['heading', 'horizontalRule', 'image', ...(depth < 2 ? ['blockquote'] : [])] : [])];
    const type = pick(kinds);
    switch (type) {
      case 'heading': return { type, attrs: { level: pick([2, 3, 4]), anchor: pick([null, 'mission', 'a-1']), align: pick([null, 'center']) }, content: inline() };
      case 'bulletList': return { type, content: repeat(3, () => item(depth)) };
      case 'orderedList': return { type, attrs: { start: pick([1, 3]) }, content: repeat(3, () => item(depth)) };
      case 'blockquote': return { type, content: repeat(3, () => block(depth + 1)) };
      case 'codeBlock': return { type, attrs: { language: pick([null, 'json']) }, content: [{ type: 'text', text: `\n${pick(WORDS)}\n  ${pick(WORDS)}` }] };
      case 'horizontalRule': return { type };
      case 'image': return { type, attrs: { ref: 'image:9', alt: pick([null, 'A "net"']), decorative: pick([true, false]), caption: pick([null, 'So & so']) } };
      default: return { type, attrs: { align: pick([null, null, 'right']) }, content: inline() };
    }
  }

  function item(depth: number): RichTextNode {
    return { type: 'listItem', content: [{ type: 'paragraph', content: inline() }, ...repeat(2, () => block(depth + 1))] };
  }

  function inline(): RichTextNode[] {
    return repeat(6, () => {
      const marks: RichTextMark[] = [...repeat(2, () => ({ type: pick(MARKS) })), ...(random() < 0.3 ? [{ type: 'link', attrs: { ref: pick(REFS) } }] : [])];
      if (random() < 0.1) return { type: 'hardBreak', marks };
      if (random() < 0.2) return { type: 'reference', attrs: { ref: pick(CITED), text: pick([null, 'own words', '<i>']) }, marks };
      return { type: 'text', text: pick(WORDS), marks };
    });
  }
}
