import { z } from 'zod';
import { HtmlTooLarge } from '../../platform/html/limits';
import type { Field, Weight } from '../field';
import { EMPTY_RICH_TEXT, type RichText, type RichTextSize } from '../rich-text/document';
import { parseHtml } from '../rich-text/parse-html';
import { mapRichTextReferences } from '../rich-text/references';
import { richTextSchema } from '../rich-text/schema';
import { isEmptyRichText, richTextToText } from '../rich-text/to-text';
import type { Portable } from '../portable';
import { parsePortable, refuse } from './from-portable';
import { readRichText } from './rich-text-form';

export interface RichTextField extends Field<RichText> {
  readonly size: RichTextSize;
}

/** Formatted text; `size` says how much may be in it. Stored as a document, portable as HTML. */
export function richText(options: { label: string; size: RichTextSize; required?: boolean; help?: string; weight?: Weight | null }): RichTextField {
  const { size } = options;
  const draft = richTextSchema(size, 'draft');
  return {
    kind: 'rich-text',
    label: options.label,
    help: options.help ?? null,
    weight: options.weight === undefined ? 'C' : options.weight,
    size,
    schema: richTextSchema(size, 'strict').refine((value) => !options.required || !isEmptyRichText(value), 'This cannot be empty.'),
    draft,
    empty: EMPTY_RICH_TEXT,
    texts: (value) => (isEmptyRichText(value) ? [] : [richTextToText(value)]),
    mapReferences: (value, change) => mapRichTextReferences(value, change),
    fromPortable: (value, portable) => richTextFromPortable(value, size, portable),
    fromForm: (form, name, stored, at) => readRichText(size, draft, { form, name, stored, empty: EMPTY_RICH_TEXT, at }),
  };
}

export function richTextFromPortable(value: unknown, size: RichTextSize, portable: Portable): RichText {
  const html = parsePortable(z.string('Formatted text is written as HTML here.'), value, portable);
  try {
    return parseHtml(html, size);
  } catch (error) {
    if (error instanceof HtmlTooLarge) return refuse(portable, error.message);
    throw error;
  }
}
