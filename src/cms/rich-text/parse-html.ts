import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { checkHtmlLimits, HtmlTooLarge } from '../../platform/html/limits';
import { BlockWriter, type Context } from './block-writer';
import type { RichText, RichTextNode, RichTextSize } from './document';
import { alignOf, attr, elementsIn, isElement, isText, marksOf, textIn } from './dom';
import { fitTo } from './fit';
import { ANCHOR } from './grammar';
import { referenceFromHref, splitCitations } from './hrefs';
import { isCited } from './references';
import { groupWordLists, wordListLevel } from './word-lists';

const MAX_ELEMENTS = 60_000;

/**
 * HTML from a paste, an import or the portable form → a document. What is not known is unwrapped, what runs is dropped,
 * what does not fit the place (`size`) becomes the nearest thing that does. The result is tidy and passes the schema.
 * @throws HtmlTooLarge
 */
export function parseHtml(source: string, size: RichTextSize): RichText {
  checkHtmlLimits(source);
  const fragment = parseFragment(source, { treeAdapter: boundedAdapter() });
  return fitTo(size, blocksIn(fragment, { marks: [], align: null }));
}

/** The parser re-opens formatting elements that were left open; few bytes could so become very many elements. */
export function boundedAdapter(): typeof defaultTreeAdapter {
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      if ((elements += 1) > MAX_ELEMENTS) throw new HtmlTooLarge('This HTML is too large when it is unfolded.');
      return defaultTreeAdapter.createElement(...args);
    },
  };
}

function blocksIn(parent: Tree.ParentNode, context: Context): RichTextNode[] {
  const out = new BlockWriter();
  walkChildren(parent, context, out);
  return groupWordLists(out.end());
}

function walkChildren(parent: Tree.ParentNode, context: Context, out: BlockWriter): void {
  for (const child of parent.childNodes) {
    if (isText(child)) splitCitations(child.value, context.marks).forEach((node) => { out.inline(node, context); });
    else if (isElement(child)) walkElement(child, context, out);
  }
}

function walkElement(element: Tree.Element, context: Context, out: BlockWriter): void {
  if (DROPPED.has(element.tagName) || isWordMarker(element)) return;

  const write = WRITERS[element.tagName];
  if (write) return write(element, context, out);
  if (!CONTAINERS.has(element.tagName)) return walkChildren(element, { ...context, marks: marksOf(element, context.marks) }, out);

  out.end();
  walkChildren(element, { ...context, align: alignOf(element) ?? context.align }, out);
  out.end();
}

/** The bullet or number that word processors write in front of an item, as text. */
function isWordMarker(element: Tree.Element): boolean {
  return /mso-list:\s*ignore/i.test(attr(element, 'style') ?? '');
}

/** What runs, what is no text of the page, and forms. */
const DROPPED = new Set(('script style template noscript iframe frame object embed applet svg math head title meta link base '
  + 'select textarea button input datalist audio video canvas map').split(' '));

/** What begins and ends a line of its own, and says no more than that. */
const CONTAINERS = new Set(('address article aside body caption center dd details dialog div dl dt fieldset figcaption footer form header '
  + 'hgroup html legend li main nav search section summary table tbody td tfoot th thead tr').split(' '));

type Writer = (element: Tree.Element, context: Context, out: BlockWriter) => void;

const WRITERS: Readonly<Partial<Record<string, Writer>>> = {
  p: (element, context, out) => {
    out.end();
    const wordList = wordListLevel(element);
    walkChildren(element, { ...context, align: alignOf(element) ?? context.align, ...(wordList ? { wordList } : {}) }, out);
    out.end();
  },
  h1: heading(2), h2: heading(2), h3: heading(3), h4: heading(4), h5: heading(4), h6: heading(4),
  ul: (element, context, out) => { out.block({ type: 'bulletList', content: itemsIn(element, context) }); },
  ol: (element, context, out) => {
    const start = Number(attr(element, 'start') ?? '1');
    const attrs = Number.isInteger(start) && start >= 0 && start <= 100_000 ? { attrs: { start } } : {};
    out.block({ type: 'orderedList', ...attrs, content: itemsIn(element, context) });
  },
  blockquote: (element, context, out) => { out.block({ type: 'blockquote', content: blocksIn(element, { ...context, align: null }) }); },
  pre: (element, _, out) => {
    const language = /(?:^|\s)language-([a-z0-9+#-]{1,30})(?:\s|$)/i.exec(attr(elementsIn(element, 'code')[0] ?? element, 'class') ?? '')?.[1];
    out.block({ type: 'codeBlock', attrs: { language: language ?? null }, content: [{ type: 'text', text: textIn(element) }] });
  },
  hr: (_, __, out) => { out.block({ type: 'horizontalRule' }); },
  br: (_, context, out) => { out.inline({ type: 'hardBreak', marks: [...context.marks] }, context); },
  img: (element, _, out) => { writeImage(element, null, out); },
  figure: (element, context, out) => {
    const picture = elementsIn(element, 'img').find(isOurs);
    const caption = elementsIn(element, 'figcaption').map(oneLine).find((line) => line !== '') ?? null;
    if (picture) return writeImage(picture, caption, out);
    out.end();
    walkChildren(element, context, out);
    out.end();
  },
  a: writeLink,
};

function heading(level: 2 | 3 | 4): Writer {
  return (element, context, out) => {
    const id = attr(element, 'id') ?? '';
    const inner = blocksIn(element, { marks: context.marks, align: null }).flatMap((block) => block.content ?? []);
    const inline = inner.filter((node) => node.type === 'text' || node.type === 'reference' || node.type === 'hardBreak');
    out.block({ type: 'heading', attrs: { level, anchor: ANCHOR.test(id) && id.length <= 100 ? id : null, align: alignOf(element) }, content: inline });
  };
}

/** A list straight inside a list belongs to the item before it, as old editors write it. */
function itemsIn(list: Tree.Element, context: Context): RichTextNode[] {
  const items: RichTextNode[] = [];
  for (const child of list.childNodes.filter(isElement)) {
    const nested = child.tagName === 'ul' || child.tagName === 'ol';
    const last = items.at(-1);
    const out = new BlockWriter();
    if (child.tagName === 'li') walkChildren(child, { ...context, align: null }, out);
    else walkElement(child, { ...context, align: null }, out);
    if (nested && last) last.content = [...last.content ?? [], ...out.end()];
    else items.push({ type: 'listItem', content: out.end() });
  }
  return items;
}

function isOurs(element: Tree.Element): boolean {
  return /^image:\S+$/.test(attr(element, 'src') ?? '');
}

/** Pictures from elsewhere are left out: a page shows only what is in its own library. */
function writeImage(element: Tree.Element, caption: string | null, out: BlockWriter): void {
  if (!isOurs(element)) return;
  const alt = attr(element, 'alt');
  out.block({ type: 'image', attrs: { ref: attr(element, 'src') ?? '', alt: alt ?? null, decorative: alt === '', caption } });
}

function writeLink(element: Tree.Element, context: Context, out: BlockWriter): void {
  const ref = referenceFromHref(attr(element, 'href') ?? '');
  const marks = context.marks.filter((mark) => mark.type !== 'link');
  if (ref === undefined) return walkChildren(element, context, out);
  if (isCited(ref)) return out.inline({ type: 'reference', attrs: { ref, text: oneLine(element).slice(0, 2000) || null }, marks }, context);
  walkChildren(element, { ...context, marks: [...marks, { type: 'link', attrs: { ref } }] }, out);
}

function oneLine(element: Tree.Element): string {
  return textIn(element).replace(/\s+/g, ' ').trim();
}
