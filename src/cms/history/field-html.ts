import { dayIn, formatDay, timeIn } from '../../platform/dates';
import { html, join, raw, trusted, type Html } from '../../platform/html/html';
import { cellHtml } from '../blocks/table-cells';
import type { Block } from '../block-type';
import type { Content } from '../content';
import type { Field, Fields } from '../field';
import type { BlocksField } from '../fields/blocks';
import type { ChoiceField } from '../fields/choice';
import type { GroupField } from '../fields/group';
import type { ImageValue } from '../fields/image';
import type { Link } from '../fields/link';
import type { ListField } from '../fields/list';
import { isImageCell, isRichCell, type TypedCell } from '../fields/typed-cells';
import type { Renderer } from '../references/renderer';
import { nameOfReference } from '../rich-text/references';
import type { RichText } from '../rich-text/document';

/** Any field as a reader of history sees it; '' where it holds nothing. The words of kinds that readers never see are ours. */
export function fieldHtml(field: Field<unknown>, value: unknown, render: Renderer): Html {
  if (value === null || value === undefined || value === '') return html``;
  const write = WRITERS[field.kind] as ((value: unknown, render: Renderer, field: Field<unknown>) => Html) | undefined;
  return write ? write(value, render, field) : plain(value);
}

/** Fields with their names, where a group has several. */
export function fieldsHtml(fields: Fields, content: Content, render: Renderer): Html {
  const filled = Object.entries(fields).flatMap(([name, field]) => {
    const inner = fieldHtml(field, content[name], render);
    return inner === '' ? [] : [{ label: field.label, inner }];
  });
  if (filled.length === 1) return filled[0]!.inner;
  return join(filled.map(({ label, inner }) => html`<p class="soft small">${label}</p>${raw(inner)}`));
}

type Writer = (value: never, render: Renderer, field: never) => Html;

const WRITERS: Readonly<Record<string, Writer | undefined>> = {
  'rich-text': (value: RichText, render) => render.richText(value),
  markdown: (value: string, render) => render.markdown(value),
  'raw-html': (value: string, render) => render.foreignHtml(value),
  boolean: (value: boolean) => html`<p>${value ? 'Yes' : 'No'}</p>`,
  choice: (value: string, _, field: ChoiceField<string>) => html`<p>${field.choices.find((choice) => choice.value === value)?.label ?? value}</p>`,
  date: (value: string) => html`<p>${/^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value}</p>`,
  'date-time': (value: string) => html`<p>${dateTime(value)}</p>`,
  image: (value: ImageValue, render) => html`${raw(render.picture(value, 'body') ?? html`<p>${nameOfReference(value.ref)}</p>`)}<p class="soft small">${value.decorative ? 'Decoration' : value.alt ?? ''}</p>`,
  link: (value: Link, render) => html`<p>${raw(linkHtml(value.ref, value.text, render))}</p>`,
  reference: (value: string, render) => html`<p>${raw(linkHtml(value, null, render))}</p>`,
  cells: (rows: RichText[][], render) => tableHtml(rows.map((row) => row.map((cell) => cellHtml(cell, render)))),
  'typed-cells': (rows: TypedCell[][], render) => tableHtml(rows.map((row) => row.map((cell) => typedCell(cell, render)))),
  group: (value: Content, render, field: GroupField<Fields>) => fieldsHtml(field.fields, value, render),
  list: (value: unknown[], render, field: ListField<unknown>) => listHtml(value.map((item) => fieldHtml(field.of, item, render))),
  blocks: (value: Block[], render, field: BlocksField) => join(value.map((block) => blockHtml(block, field, render))),
  'fixed-references': () => html``,
};

/** As the page itself shows it. A type that there is no more is named only. */
export function blockHtml(block: Block, field: BlocksField, render: Renderer): Html {
  const type = field.types.find((one) => one.type === block.type);
  return type ? trusted(type.html(block.value, render) ?? '') : html`<p>${block.type}</p>`;
}

function plain(value: unknown): Html {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return join(text.split(/\n+/).filter((line) => line.trim() !== '').map((line) => html`<p>${line}</p>`));
}

function dateTime(value: string): string {
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? value : `${formatDay(dayIn('utc', instant))}, ${timeIn('utc', instant)} UTC`;
}

function linkHtml(ref: string, text: string | null, render: Renderer): Html {
  const target = render.resolve(ref);
  const words = text || (target ? [target.label, target.title].filter((part) => part !== null).join(': ') : nameOfReference(ref));
  return target?.url ? html`<a href="${target.url}">${words}</a>` : html`${words}`;
}

function listHtml(items: readonly Html[]): Html {
  const filled = items.filter((item) => item !== '');
  return filled.length === 0 ? html`` : html`<ul>${raw(join(filled.map((item) => html`<li>${raw(item)}</li>`)))}</ul>`;
}

function tableHtml(rows: readonly (readonly Html[])[]): Html {
  if (rows.length === 0) return html``;
  return html`<table><tbody>${raw(join(rows.map((row) => html`<tr>${raw(join(row.map((cell) => html`<td>${raw(cell)}</td>`)))}</tr>`)))}</tbody></table>`;
}

function typedCell(cell: TypedCell, render: Renderer): Html {
  if (cell === null) return html``;
  if (isRichCell(cell)) return cellHtml(cell, render);
  return isImageCell(cell) ? render.picture(cell, 'thumb') ?? html`` : html`${String(cell)}`;
}
