import { parseFragment, serializeOuter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { escape } from '../../platform/html/html';
import { checkHtmlLimits } from '../../platform/html/limits';
import { videoOf } from '../blocks/video';
import type { RichText, RichTextSize } from '../rich-text/document';
import { attr, elementsIn, isElement, textIn } from '../rich-text/dom';
import { parseHtml } from '../rich-text/parse-html';
import { isEmptyRichText } from '../rich-text/to-text';
import { tableIn, type PastedTable } from './paste-table';

/** What pasted HTML becomes. `doc` of a raw-html block: its text, for those who may not add such a block. */
export type PastedBlock =
  | { type: 'paragraph'; doc: RichText }
  | PastedTable
  | { type: 'raw-html'; html: string; doc: RichText };

/**
 * Pasted HTML in blocks, so that nothing with content is lost: text is cleaned, tables become tables, videos and pictures from elsewhere
 * links, and what only HTML can say (definition lists, merged cells) stays HTML. A place for less than a whole text gets one document.
 * @throws HtmlTooLarge
 */
export function pastedBlocks(html: string, size: RichTextSize): PastedBlock[] {
  checkHtmlLimits(html);
  const out = new Blocks(size);
  walk(parseFragment(html), out);
  return out.end();
}

class Blocks {
  private readonly done: PastedBlock[] = [];
  private text = '';

  constructor(private readonly size: RichTextSize) {}

  get isWhole(): boolean {
    return this.size === 'full';
  }

  html(source: string): void {
    this.text += source;
  }

  block(block: PastedBlock): void {
    this.end();
    this.done.push(block);
  }

  end(): PastedBlock[] {
    const doc = parseHtml(this.text, this.size);
    this.text = '';
    if (!isEmptyRichText(doc)) this.done.push({ type: 'paragraph', doc });
    return this.done;
  }
}

function walk(parent: Tree.ParentNode, out: Blocks): void {
  for (const child of parent.childNodes) {
    if (!isElement(child)) out.html(serializeOuter(child));
    else walkElement(child, out);
  }
}

function walkElement(element: Tree.Element, out: Blocks): void {
  const elsewhere = linkInstead(element);
  if (elsewhere !== null) return out.html(elsewhere);
  if (out.isWhole && element.tagName === 'table') return out.block(tableIn(element) ?? asHtml(element));
  if (out.isWhole && ONLY_HTML.has(element.tagName)) return out.block(asHtml(element));
  if (!hasInside(element)) return out.html(serializeOuter(element));
  if (CONTAINERS.has(element.tagName)) return walk(element, out);
  replaceInside(element);
  out.html(serializeOuter(element));
}

/** What our text cannot say but HTML can: shown cleaned, as everybody's HTML is. */
const ONLY_HTML = new Set(['dl', 'details', 'ruby']);
/** What pages and word processors wrap whole texts in. */
const CONTAINERS = new Set('html body main article section div center header footer aside figure b span font form google-sheets-html-origin'.split(' '));
const LINKED = ['iframe', 'video', 'embed', 'img'];

function hasInside(element: Tree.Element): boolean {
  return [...ONLY_HTML, ...LINKED, 'table'].some((name) => elementsIn(element, name).length > 0);
}

function asHtml(element: Tree.Element): PastedBlock {
  const html = serializeOuter(element);
  return { type: 'raw-html', html, doc: parseHtml(html, 'full') };
}

/** Deep in a list or a quotation nothing can be a block of its own; videos and pictures are links there too. */
function replaceInside(element: Tree.Element): void {
  for (const name of LINKED) {
    for (const inner of elementsIn(element, name)) {
      const link = linkInstead(inner);
      const parent = inner.parentNode;
      if (link === null || parent === null) continue;
      const nodes = parseFragment(link).childNodes;
      nodes.forEach((node) => { node.parentNode = parent; });
      parent.childNodes.splice(parent.childNodes.indexOf(inner), 1, ...nodes);
    }
  }
}

/** A video or a picture elsewhere: nothing of other hosts is loaded into our pages. Null: neither, or one of ours. */
function linkInstead(element: Tree.Element): string | null {
  if (!LINKED.includes(element.tagName)) return null;
  const address = attr(element, 'src') ?? attr(elementsIn(element, 'source')[0] ?? element, 'src') ?? '';
  if (element.tagName === 'img' && /^image:/.test(address)) return null;
  const words = (attr(element, 'alt') ?? attr(element, 'title') ?? textIn(element)).replace(/\s+/g, ' ').trim();
  const url = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https?:\/\//i.test(url)) return escape(words);
  const video = videoOf(url);
  const name = words || (video ? `Video on ${video.name}` : element.tagName === 'img' ? 'Picture' : url);
  return `<a href="${escape(video?.url ?? url)}">${escape(name)}</a>`;
}
