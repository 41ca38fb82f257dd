import { html, join, raw, type Html } from '../../platform/html/html';
import type { Block } from '../block-type';
import type { Field } from '../field';
import type { ChoiceField } from '../fields/choice';
import type { ImageValue } from '../fields/image';
import type { Link } from '../fields/link';
import type { ListField } from '../fields/list';
import { isImageCell, isRichCell, textOfCell, type TypedCell } from '../fields/typed-cells';
import type { Renderer } from '../references/renderer';
import type { RichText, RichTextNode } from '../rich-text/document';
import { contentTexts } from '../content';
import type { ClashKind } from './merging';
import type { Spot } from './spot';

/** One side of a clash as readers will see it, or in words where they see nothing. '' for what is not there. */
export function sideHtml(kind: ClashKind, { field, blockType }: Spot, value: unknown, render: Renderer): Html {
  if (value === undefined || value === null) return html``;
  switch (kind) {
    case 'nodes': return nodesHtml(value as readonly RichTextNode[], render);
    case 'rows': return rowsHtml(value as readonly (readonly TypedCell[])[], render);
    case 'items': return itemsHtml(value as readonly unknown[], field, render);
    case 'order': return html``;
    case 'block': case 'removed': return join((value as readonly Block[]).map((block) => blockHtml(block.value, blockType, render)));
    case 'value': return field ? valueHtml(field, value, render) : blockHtml(value as Block['value'], blockType, render);
  }
}

function nodesHtml(nodes: readonly RichTextNode[], render: Renderer): Html {
  const content: RichTextNode[] = nodes[0]?.type === 'listItem' ? [{ type: 'bulletList', content: [...nodes] }] : [...nodes];
  return render.richText({ type: 'doc', content });
}

function rowsHtml(rows: readonly (readonly TypedCell[])[], render: Renderer): Html {
  return html`<table class="clash-table"><tbody>${raw(rows.map((row) => html`<tr>${raw(row.map((cell) => html`<td>${raw(cellHtml(cell, render))}</td>`))}</tr>`))}</tbody></table>`;
}

function cellHtml(cell: TypedCell, render: Renderer): Html {
  if (isRichCell(cell)) return render.richText(cell);
  return isImageCell(cell) ? pictureHtml(cell, render) : html`${textOfCell(cell)}`;
}

function itemsHtml(items: readonly unknown[], field: Field<unknown> | null, render: Renderer): Html {
  const of = field?.kind === 'list' ? (field as ListField<unknown>).of : field;
  if (!of || items.length === 0) return html``;
  return html`<ul>${raw(items.map((item) => html`<li>${raw(valueHtml(of, item, render))}</li>`))}</ul>`;
}

/** What has no text of its own, such as a video, is told by the words in its fields. */
function blockHtml(value: Block['value'], blockType: Spot['blockType'], render: Renderer): Html {
  if (!blockType) return html``;
  return blockType.html(value, render) ?? lines(contentTexts(blockType.fields, value));
}

function valueHtml(field: Field<unknown>, value: unknown, render: Renderer): Html {
  switch (field.kind) {
    case 'rich-text': return render.richText(value as RichText);
    case 'cells': case 'typed-cells': return rowsHtml(value as readonly (readonly TypedCell[])[], render);
    case 'list': return itemsHtml(value as readonly unknown[], field, render);
    case 'image': return pictureHtml(value as ImageValue, render);
    case 'link': return linkHtml(value as Link, render);
    case 'reference': return html`<p>${render.resolve(String(value))?.label ?? String(value)}</p>`;
    case 'boolean': return html`<p>${value === true ? 'Yes' : 'No'}</p>`;
    case 'choice': return html`<p>${(field as ChoiceField<string | number>).choices.find((one) => one.value === value)?.label ?? String(value)}</p>`;
    default: return lines(typeof value === 'string' || typeof value === 'number' ? String(value).split('\n') : field.texts(value));
  }
}

function pictureHtml(image: ImageValue, render: Renderer): Html {
  const words = image.decorative ? 'Decoration' : image.alt ?? 'Not described';
  return html`${raw(render.picture(image, 'thumb') ?? html``)}<p>${words}</p>`;
}

function linkHtml(link: Link, render: Renderer): Html {
  const resolved = render.link(link);
  return html`<p>${link.text ?? resolved?.text ?? ''}</p><p class="soft">${resolved?.url ?? link.ref}</p>`;
}

function lines(texts: readonly string[]): Html {
  return join(texts.filter((text) => text.trim() !== '').map((text) => html`<p>${text}</p>`));
}
