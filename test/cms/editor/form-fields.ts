import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What a browser would send of a form without scripts: its controls in their order, templates and what is disabled left out. */
export function fieldsOfForm(html: string, id: string): Record<string, string | string[]> {
  const form = find(parse(html).childNodes, (element) => element.tagName === 'form' && attribute(element, 'id') === id);
  if (!form) throw new Error(`There is no form ${id}: ${html.slice(0, 300)}`);
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of controls(form.childNodes)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}

function controls(nodes: Node[]): [string, string][] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node) || node.tagName === 'template' || attribute(node, 'disabled') !== undefined) return [];
    return [...valueOf(node), ...(node.tagName === 'select' || node.tagName === 'textarea' ? [] : controls(node.childNodes))];
  });
}

function valueOf(element: Element): [string, string][] {
  const name = attribute(element, 'name');
  if (!name) return [];
  if (element.tagName === 'textarea') return [[name, textOf(element.childNodes)]];
  if (element.tagName === 'select') {
    const options = all(element.childNodes, ({ tagName }) => tagName === 'option');
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
    return chosen ? [[name, attribute(chosen, 'value') ?? textOf(chosen.childNodes)]] : [];
  }
  if (element.tagName !== 'input') return [];
  const type = attribute(element, 'type');
  if ((type === 'checkbox' || type === 'radio') && attribute(element, 'checked') === undefined) return [];
  return [[name, attribute(element, 'value') ?? (type === 'checkbox' || type === 'radio' ? 'on' : '')]];
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function textOf(nodes: Node[]): string {
  return nodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function find(nodes: Node[], is: (element: Element) => boolean): Element | undefined {
  return all(nodes, is)[0];
}

function all(nodes: Node[], is: (element: Element) => boolean): Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [...(is(node) ? [node] : []), ...all(node.childNodes, is)] : []));
}
