import { html, join, trusted, type Html } from '../../platform/html/html';
import type { Block } from '../block-type';
import { fieldHtml, blockHtml } from './field-html';
import { diffHtml } from './html-diff';
import type { Part } from './parts';
import type { Renderer } from '../references/renderer';

/** One part as the page shows it, with what changed. */
export interface ComparedPart {
  readonly path: string;
  readonly kind: Part['kind'];
  readonly label: string;
  readonly state: Part['state'];
  readonly moved: boolean;
  /** The newer one with `<ins>` and `<del>`; of what is gone the older one. */
  readonly html: Html;
  /** Too much changed to be marked word by word: the older one whole, `html` is the newer one. */
  readonly was: Html | null;
  /** It differs, though every word and every link is the same. */
  readonly sameWords: boolean;
  readonly removed: number;
  readonly added: number;
}

/** A new renderer for each part: headings and sources count anew, so that a change above makes no difference below. */
export type NewRenderer = () => Renderer;

/** @param part of `partsOf` */
export function comparePart(part: Part, render: NewRenderer): ComparedPart {
  const { path, kind, label, state } = part;
  const [older, newer] = [htmlOf(part, 'older', render()), htmlOf(part, 'newer', render())];
  const shared = { path, kind, label, state, moved: part.kind === 'block' && part.moved };
  if (state === 'same') return { ...shared, html: shownOnce(newer), was: null, sameWords: false, removed: 0, added: 0 };
  const diff = diffHtml(older, newer);
  return {
    ...shared, removed: diff.removed, added: diff.added, html: diff.html ?? shownOnce(newer), was: diff.html === null ? shownOnce(older) : null,
    sameWords: diff.html !== null && diff.removed === 0 && diff.added === 0 && state === 'changed',
  };
}

/** The same by fields: a block's own one by one, in plain text, the older and the newer one beside each other. */
export interface ComparedField {
  readonly path: string;
  readonly kind: Part['kind'];
  readonly state: Part['state'];
  readonly label: string;
  readonly rows: readonly { readonly label: string | null; readonly was: Html; readonly is: Html }[];
  readonly removed: number;
  readonly added: number;
}

export function compareByField(part: Part, render: NewRenderer): ComparedField {
  const rows = part.kind === 'block' ? blockRows(part, render) : [textRow(null, htmlOf(part, 'older', render()), htmlOf(part, 'newer', render()))];
  return {
    path: part.path, kind: part.kind, state: part.state, label: part.label, rows,
    removed: rows.reduce((sum, row) => sum + row.removed, 0), added: rows.reduce((sum, row) => sum + row.added, 0),
  };
}

function blockRows({ field, older, newer }: Extract<Part, { kind: 'block' }>, render: NewRenderer): ReturnType<typeof textRow>[] {
  const fields = field.types.find(({ type }) => type === (newer ?? older)!.type)?.fields ?? {};
  const rows = Object.entries(fields).map(([name, one]) => {
    const [was, is] = [older, newer].map((block: Block | null) => (block ? fieldHtml(one, block.value[name], render()) : html``));
    return { ...textRow(one.label, was!, is!), differs: was !== is };
  });
  return rows.filter(({ differs }) => differs);
}

function textRow(label: string | null, older: Html, newer: Html): { label: string | null; was: Html; is: Html; removed: number; added: number } {
  const [was, is] = [linesOf(older), linesOf(newer)];
  const diff = diffHtml(was, is);
  const without = (name: string, text: Html): Html => trusted(text.replaceAll(new RegExp(`<${name}>[^]*?</${name}>`, 'g'), ''));
  return {
    label, removed: diff.removed, added: diff.added,
    was: diff.html === null ? was : without('ins', diff.html), is: diff.html === null ? is : without('del', diff.html),
  };
}

/** Plain text: a paragraph for each line, links with where they lead. */
function linesOf(markup: Html): Html {
  const text = markup.replace(/<a class="anchor"[^>]*>#<\/a>/g, '').replace(/<img\b[^>]*\salt="([^"]*)"[^>]*>/g, '[$1]').replace(/<br\s*\/?>|<\/(?:p|li|h\d|td|th|tr|div|figcaption|pre|blockquote|summary|dt|dd)>/g, '\n').replace(/<[^>]*>/g, '');
  return join(text.split('\n').filter((line) => line.trim() !== '').map((line) => trusted(`<p>${line.trim()}</p>`)));
}

function htmlOf(part: Part, side: 'older' | 'newer', render: Renderer): Html {
  if (part.kind === 'block') {
    const block = part[side];
    return block ? blockHtml(block, part.field, render) : html``;
  }
  const value = part[side];
  if (part.field) return fieldHtml(part.field, value, render);
  return part.path === 'title' ? html`<p class="compare-title">${String(value)}</p>` : html`<p>${String(value)}</p>`;
}

/** Without ids, which would be on the page twice. */
function shownOnce(markup: Html): Html {
  return trusted(markup.replace(/ ?<a class="anchor"[^>]*>#<\/a>/g, '').replace(/(<[a-z][^>]*?) id="[^"]*"/g, '$1'));
}

/** Unchanged parts side by side become one line: "Table and image, same". */
export function sameLine(labels: readonly string[]): string {
  const shown = labels.slice(0, 4);
  const rest = labels.length - shown.length;
  const words = rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown[0] ?? '';
  return `${words}, same`;
}

