import { defaultTreeAdapter as adapter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attr, elementsIn, isElement, textIn } from '../rich-text/dom';
import { prepareItem, prepareLink, prepareTable, prepareTerm, prepareTerms } from './markdown-shapes';

/**
 * Changes the tree of a page's body to what a reader of plain Markdown wants: without what serves the screen only, addresses
 * absolute, and nothing that the writer would run together or break apart. `url`: the page's own, absolute.
 */
export function prepareTree(root: Tree.ParentNode, url: string): void {
  dropScreenParts(root);
  elementsIn(root, 'sup').forEach(prepareCitation);
  elementsIn(root, 'table').forEach(prepareTable);
  elementsIn(root, 'a').forEach(prepareLink);
  elementsIn(root, 'dl').forEach(prepareTerms);
  elementsIn(root, 'summary').forEach(prepareTerm);
  elementsIn(root, 'li').forEach(prepareItem);
  separate(root);
  for (const link of elementsIn(root, 'a')) link.attrs = [{ name: 'href', value: absolute(attr(link, 'href') ?? '', url) }];
  for (const image of elementsIn(root, 'img')) {
    image.attrs = [{ name: 'src', value: absolute(attr(image, 'src') ?? '', url) }, { name: 'alt', value: attr(image, 'alt') ?? '' }];
  }
}

const SCREEN_ONLY = new Set(['nav', 'aside', 'form', 'button', 'script', 'style', 'svg', 'template', 'dialog', 'source', 'input', 'select']);
/** Links of headings to themselves, ways to share, leaves of a calendar beside the same date in words, the line with the page's dates. */
const SCREEN_CLASSES = /(?:^|\s)(?:anchor|share|ruler|pager|date|last)(?:\s|$)/;

function dropScreenParts(parent: Tree.ParentNode): void {
  for (const child of [...parent.childNodes].filter(isElement)) {
    if (isForScreens(child)) adapter.detachNode(child);
    else dropScreenParts(child);
  }
}

/** A picture without a description is decoration. */
function isForScreens(element: Tree.Element): boolean {
  return SCREEN_ONLY.has(element.tagName) || SCREEN_CLASSES.test(attr(element, 'class') ?? '')
    || attr(element, 'aria-hidden') === 'true' || attr(element, 'hidden') !== undefined || (element.tagName === 'img' && !attr(element, 'alt'));
}

/** The number of a source: its entry stands at the end of the text. */
function prepareCitation(sup: Tree.Element): void {
  if (attr(sup, 'class') !== 'bibliography-reference') return;
  const number = textIn(sup).trim();
  [...sup.childNodes].forEach(adapter.detachNode);
  adapter.insertText(sup, ` [${number}]`);
}

const SPACED = new Set(['span', 'time', 'a']);

/** What a style sheet keeps apart, a space keeps apart in text. */
function separate(parent: Tree.ParentNode): void {
  for (const child of [...parent.childNodes].filter(isElement)) {
    separate(child);
    const before = parent.childNodes[parent.childNodes.indexOf(child) - 1];
    if (before && isElement(before) && SPACED.has(before.tagName) && SPACED.has(child.tagName)) adapter.insertTextBefore(parent, ' ', child);
  }
}

function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
