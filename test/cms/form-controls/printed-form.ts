import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What a browser would send of a form that nobody touched: pairs in the order of the document, templates left out. */
export function sentBy(html: string): [string, string][] {
  return controlsIn(parseFragment(html)).flatMap((control): [string, string][] => {
    const name = attr(control, 'name');
    if (name === undefined || attr(control, 'disabled') !== undefined) return [];
    const type = attr(control, 'type');
    if ((type === 'checkbox' || type === 'radio') && attr(control, 'checked') === undefined) return [];
    return [[name, valueOf(control)]];
  });
}

/** As the body parser of the application reads it. */
export function bodyOf(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  const body = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of pairs) {
    const before = body[name];
    // browsers send line ends as CRLF
    const sent = value.replace(/\n/g, '\r\n');
    body[name] = before === undefined ? sent : [before, sent].flat();
  }
  return body;
}

function valueOf(control: Tree.Element): string {
  if (control.tagName === 'textarea') return textIn(control);
  if (control.tagName === 'input') return attr(control, 'value') ?? 'on';
  const options = elementsIn(control, 'option');
  const chosen = options.find((option) => attr(option, 'selected') !== undefined) ?? options[0];
  return chosen ? attr(chosen, 'value') ?? textIn(chosen) : '';
}

const CONTROLS = new Set(['input', 'textarea', 'select']);

function controlsIn(parent: Tree.ParentNode): Tree.Element[] {
  return parent.childNodes.flatMap((node) => ('tagName' in node ? [...(CONTROLS.has(node.tagName) ? [node] : []), ...controlsIn(node)] : []));
}

export function elementsIn(parent: Tree.ParentNode, tag: string): Tree.Element[] {
  return parent.childNodes.flatMap((node) => ('tagName' in node ? [...(node.tagName === tag ? [node] : []), ...elementsIn(node, tag)] : []));
}

function textIn(parent: Tree.ParentNode): string {
  return parent.childNodes.map((node) => (node.nodeName === '#text' ? (node as Tree.TextNode).value : '')).join('');
}

export function attr(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}
