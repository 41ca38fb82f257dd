import { defaultTreeAdapter as adapter, html, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { elementsIn, isElement, isText, textIn } from '../rich-text/dom';

/** Blocks that Markdown cannot hold in a table cell, a link or a line of a list. */
const BLOCKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'blockquote', 'pre', 'header', 'footer', 'article', 'section', 'br']);

/** A Markdown table has one line per row, and nothing else: its caption stands above it. */
export function prepareTable(table: Tree.Element): void {
  for (const caption of elementsIn(table, 'caption')) {
    adapter.detachNode(caption);
    const paragraph = element('p');
    moveChildren(caption, paragraph);
    wrapInBold(paragraph);
    if (table.parentNode) adapter.insertBefore(table.parentNode, paragraph, table);
  }
  for (const cell of [...elementsIn(table, 'td'), ...elementsIn(table, 'th')]) flatten(cell, () => textNode(' '));
}

/** "Card – what it is about" */
export function prepareLink(link: Tree.Element): void {
  flatten(link, () => textNode(' – '));
}

/** Markdown has no lists of terms: short facts are items, long ones paragraphs below their terms. */
export function prepareTerms(list: Tree.Element): void {
  const parts = partsOf(list);
  parts.filter(({ tagName }) => tagName === 'dt').forEach(prepareTerm);
  if (parts.some((part) => textIn(part).trim().length > LONGEST_FACT || elementsIn(part, 'li').length > 0 || elementsIn(part, 'p').length > 1)) return;
  const items: Tree.Element[] = [];
  for (const part of parts) {
    if (part.tagName !== 'dd' || items.length === 0) items.push(element('li'));
    const item = items.at(-1)!;
    if (part.tagName === 'dd') adapter.insertText(item, item.childNodes.length > 1 ? ', ' : ': ');
    flatten(part, () => textNode(', '));
    moveChildren(part, item);
  }
  [...list.childNodes].forEach(adapter.detachNode);
  list.tagName = list.nodeName = 'ul';
  items.forEach((item) => { adapter.appendChild(list, item); });
}

const LONGEST_FACT = 160;

/** What is explained below it: a paragraph in bold. */
export function prepareTerm(term: Tree.Element): void {
  wrapInBold(term);
  term.tagName = term.nodeName = 'p';
}

function partsOf(parent: Tree.ParentNode): Tree.Element[] {
  return parent.childNodes.filter(isElement).flatMap((child) => (child.tagName === 'dt' || child.tagName === 'dd' ? [child] : partsOf(child)));
}

/** An entry of a list: its blocks are lines, its headings in bold. Lists and code within it stay what they are. */
export function prepareItem(item: Tree.Element): void {
  for (const level of ['h2', 'h3', 'h4', 'h5']) elementsIn(item, level).forEach(wrapInBold);
  flatten(item, () => element('br'), (child) => !['ul', 'ol', 'pre', 'table', 'blockquote'].includes(child.tagName));
}

/** Blocks become words in a row, with something between them. */
function flatten(parent: Tree.Element, separator: () => Tree.ChildNode, isMeant: (child: Tree.Element) => boolean = () => true): void {
  for (const child of [...parent.childNodes].filter(isElement).filter(isMeant)) {
    flatten(child, separator, isMeant);
    if (!BLOCKS.has(child.tagName)) continue;
    const place = parent.childNodes.indexOf(child);
    const isApart = hasWords(child) || child.tagName === 'br';
    if (isApart && parent.childNodes.slice(0, place).some(hasWords)) adapter.insertBefore(parent, separator(), child);
    const following = parent.childNodes[parent.childNodes.indexOf(child) + 1];
    if (hasWords(child) && following && hasWords(following) && !(isElement(following) && BLOCKS.has(following.tagName))) adapter.insertBefore(parent, separator(), following);
    for (const inner of [...child.childNodes]) {
      adapter.detachNode(inner);
      adapter.insertBefore(parent, inner, child);
    }
    adapter.detachNode(child);
  }
}

function hasWords(node: Tree.Node): boolean {
  if (isText(node)) return node.value.trim() !== '';
  return isElement(node) && (textIn(node).trim() !== '' || node.tagName === 'img');
}

/** It stands out from what follows it. */
function wrapInBold(parent: Tree.Element): void {
  const bold = element('b');
  moveChildren(parent, bold);
  adapter.appendChild(parent, bold);
}

function moveChildren(from: Tree.ParentNode, to: Tree.ParentNode): void {
  for (const child of [...from.childNodes]) {
    adapter.detachNode(child);
    adapter.appendChild(to, child);
  }
}

function element(tagName: string): Tree.Element {
  return adapter.createElement(tagName, html.NS.HTML, []);
}

function textNode(value: string): Tree.TextNode {
  return adapter.createTextNode(value);
}
