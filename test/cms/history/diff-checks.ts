import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** That a browser would read the markup as it is written: nothing closed by itself, moved or left out. */
export function wellFormed(html: string): boolean {
  const tags = (text: string): string => (text.match(/<\/?[a-z][a-z0-9]*/g) ?? []).join('');
  return tags(serialize(parseFragment(html))) === tags(html);
}

/** The markup without these elements and what is in them. */
export function withoutMarked(html: string, name: 'ins' | 'del'): string {
  const fragment = parseFragment(html);
  const clean = (parent: Tree.ParentNode): void => {
    parent.childNodes = parent.childNodes.filter((node) => node.nodeName !== name);
    for (const child of parent.childNodes) if ('childNodes' in child) clean(child);
  };
  clean(fragment);
  return serialize(fragment);
}

/** Words of the text as a reader sees it; the signs between them and where they break off do not matter. */
export function wordsOf(html: string): string[] {
  const text = (node: Tree.Node): string => {
    if ('value' in node) return node.value;
    if (node.nodeName === 'a' && (node).attrs.some(({ value }) => value === 'anchor')) return '';
    const inner = 'childNodes' in node ? node.childNodes.map(text).join('') : '';
    return /^(?:a|abbr|b|code|em|i|s|small|strong|sub|sup|u|span|time|ins|del)$/.test(node.nodeName) ? inner : ` ${inner} `;
  };
  return text(parseFragment(html)).match(/[\p{L}\p{N}]+/gu) ?? [];
}
