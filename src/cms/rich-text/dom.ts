import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { cleanText } from '../fields/plain-text';
import type { RichTextMark } from './document';

export function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node;
}

export function isText(node: Tree.Node): node is Tree.TextNode {
  return node.nodeName === '#text';
}

export function attr(element: Tree.Element, name: string): string | undefined {
  const value = element.attrs.find((one) => one.name === name)?.value;
  return value === undefined ? undefined : cleanText(value).trim();
}

/** Descendants with this name, in document order. */
export function elementsIn(parent: Tree.ParentNode, tagName: string): Tree.Element[] {
  return parent.childNodes.filter(isElement)
    .flatMap((child) => (child.tagName === tagName ? [child, ...elementsIn(child, tagName)] : elementsIn(child, tagName)));
}

/** Text of an element as it is written, line breaks as `\n`. */
export function textIn(parent: Tree.ParentNode): string {
  return parent.childNodes.map((child) => {
    if (isText(child)) return cleanText(child.value);
    if (!isElement(child) || child.tagName === 'script' || child.tagName === 'style') return '';
    return child.tagName === 'br' ? '\n' : textIn(child);
  }).join('');
}

/** Our class, the attribute of old pages, or the style of a paste. */
export function alignOf(element: Tree.Element): 'center' | 'right' | null {
  const said = /text-align:\s*(center|right)\b/i.exec(attr(element, 'style') ?? '')?.[1]
    ?? /(?:^|\s)(center|right)(?:\s|$)/.exec(attr(element, 'class') ?? '')?.[1]
    ?? attr(element, 'align') ?? (element.tagName === 'center' ? 'center' : '');
  const align = said.toLowerCase();
  return align === 'center' || align === 'right' ? align : null;
}

const MARK_OF: Readonly<Partial<Record<string, string>>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', cite: 'italic', dfn: 'italic', s: 'strike', strike: 'strike', del: 'strike',
  code: 'code', kbd: 'code', samp: 'code', tt: 'code', sub: 'subscript', sup: 'superscript',
};

/** Marks inside an inline element. Office programs wrap whole texts in `<b style="font-weight:normal">`. */
export function marksOf(element: Tree.Element, outer: readonly RichTextMark[]): readonly RichTextMark[] {
  const style = attr(element, 'style') ?? '';
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const given = MARK_OF[element.tagName];
  const types = [
    given === 'bold' && (weight === 'normal' || weight === '400') ? undefined : given,
    weight === 'bold' || weight === '600' || weight === '700' ? 'bold' : undefined,
    /(?:^|[;\s])font-style:\s*italic/i.test(style) ? 'italic' : undefined,
    /text-decoration[a-z-]*:[^;]{0,100}line-through/i.test(style) ? 'strike' : undefined,
    /vertical-align:\s*super/i.test(style) ? 'superscript' : undefined,
    /vertical-align:\s*sub\b/i.test(style) ? 'subscript' : undefined,
  ];
  const added = types.filter((type): type is string => type !== undefined && !outer.some((mark) => mark.type === type));
  return [...outer, ...[...new Set(added)].map((type) => ({ type }))];
}
