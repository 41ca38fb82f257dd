import type { BlocksField } from '../fields/blocks';
import type { GroupField } from '../fields/group';
import type { ImageValue } from '../fields/image';
import type { Link } from '../fields/link';
import type { ListField } from '../fields/list';
import type { Field, Fields } from '../field';
import { imageFactsOf } from '../media/picture';
import { pictureOf } from '../media/renditions';
import type { Renderer } from '../references/renderer';
import type { RichText } from '../rich-text/document';
import { htmlToMarkdown } from './html-to-markdown';

export type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** `url`: the page's own, absolute; what is relative begins there. */
export interface JsonContext {
  readonly render: Renderer;
  readonly url: string;
}

/**
 * Content as others may read it: formatted text as Markdown, references as name and absolute address, images as address
 * and description. What a visitor may not see is not resolved, and what is not resolved is null; fields of the staff are left out.
 */
export function contentJson(fields: Fields, content: Readonly<Record<string, unknown>>, context: JsonContext): Record<string, Json> {
  const shown = Object.entries(fields).filter(([, field]) => !field.forStaff);
  return Object.fromEntries(shown.map(([name, field]) => [name, fieldJson(field, content[name], context)]));
}

function fieldJson(field: Field<unknown>, value: unknown, context: JsonContext): Json {
  if (value === null || value === undefined) return null;
  const write = WRITERS[field.kind];
  return write ? write(field, value, context) : plainJson(value);
}

/** A method, so that each writer may name the field that its kind has. */
interface Writing {
  write(field: Field<unknown>, value: unknown, context: JsonContext): Json;
}

/** By kind of field; all others hold texts, numbers and days, and say the same here. */
const WRITERS: Readonly<Record<string, Writing['write']>> = {
  group: ({ fields }: GroupField<Fields>, value: Record<string, unknown>, context) => contentJson(fields, value, context),
  list: ({ of }: ListField<unknown>, value: readonly unknown[], context) => value.map((item) => fieldJson(of, item, context)),
  blocks: blocksJson,
  reference: (_, uri: string, context) => referenceJson(uri, context),
  'fixed-references': () => null,
  image: (_, value: ImageValue, context) => imageJson(value, context),
  link: (_, value: Link, context) => linkJson(value, context),
  'rich-text': (_, value: RichText, context) => richTextJson(value, context),
  markdown: (_, value: string, { render, url }) => htmlToMarkdown(render.markdown(value), url).trimEnd(),
  'raw-html': (_, value: string, { render, url }) => htmlToMarkdown(render.foreignHtml(value), url).trimEnd(),
  cells: cellsJson,
  'typed-cells': cellsJson,
};

function blocksJson({ types }: BlocksField, value: readonly { type: string; value: Record<string, unknown> }[], context: JsonContext): Json {
  return value.flatMap((block) => {
    const type = types.find((candidate) => candidate.type === block.type);
    return type ? [{ type: block.type, value: contentJson(type.fields, block.value, context) }] : [];
  });
}

function referenceJson(uri: string, { render, url }: JsonContext): Json {
  const target = render.resolve(uri);
  return target ? { name: target.title ?? target.label, url: absolute(target.url, url) } : null;
}

function linkJson({ ref, text }: Link, { render, url }: JsonContext): Json {
  const target = render.resolve(ref);
  return target?.url ? { text: text ?? target.label, url: absolute(target.url, url) } : null;
}

function imageJson(value: ImageValue, { render, url }: JsonContext): Json {
  const facts = imageFactsOf(render.resolve(value.ref)?.data);
  return facts ? { url: absolute(pictureOf(facts, value, 'body').src, url), alt: value.decorative ? '' : value.alt ?? facts.alt } : null;
}

/** Citations and headings are numbered by now: writing them once more changes nothing that was printed. */
function richTextJson(value: RichText, { render, url }: JsonContext): Json {
  return htmlToMarkdown(render.richText(value), url).trimEnd();
}

function cellsJson(_: unknown, rows: readonly (readonly unknown[])[], context: JsonContext): Json {
  return rows.map((row) => row.map((cell) => {
    if (typeof cell !== 'object' || cell === null) return plainJson(cell);
    return 'ref' in cell ? imageJson(cell as ImageValue, context) : richTextJson(cell as RichText, context);
  }));
}

function absolute(url: string | null, base: string): string | null {
  return url === null ? null : new URL(url, base).href;
}

function plainJson(value: unknown): Json {
  return value === undefined ? null : value as Json;
}
