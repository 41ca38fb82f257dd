import type { z } from 'zod';
import { trusted, type Html } from '../../platform/html/html';
import { HtmlTooLarge } from '../../platform/html/limits';
import type { FormContext } from '../form-values';
import type { RichText, RichTextSize } from '../rich-text/document';
import { parseHtml } from '../rich-text/parse-html';
import { toPortableHtml } from '../rich-text/to-portable-html';
import { readJson, type Reading } from './from-form';

/** Formatted text as somebody without our script edits it: HTML, a line for each block. */
export function editableHtml(document: RichText): Html {
  return trusted(document.content.map((node) => toPortableHtml({ type: 'doc', content: [node] })).join('\n'));
}

/**
 * `.json` is the document that the form was printed from, or that the script wrote; `.html` is there when somebody may have
 * typed in it. As long as it says the same as the document, the document is taken as it is: HTML says less.
 */
export function readRichText(size: RichTextSize, draft: z.ZodType<RichText>, { form, name, stored, empty, at }: Reading<RichText>): RichText {
  const [html, json] = [form.get(`${name}.html`), form.get(`${name}.json`)];
  const before = stored ?? empty;
  if (html === undefined && json === undefined) return before;

  const document = draft.safeParse(readJson(json)).data;
  if (document && (html === undefined || html === editableHtml(document))) return document;
  if (html !== undefined) return htmlOr(before, html, at, (source) => parseHtml(source, size));
  at.refuse('This text arrived damaged. Please try again.');
  return before;
}

/** What is too large to be read is refused in words; what was typed stays in the form. */
export function htmlOr<T>(before: T, html: string, at: FormContext, read: (source: string) => T): T {
  try {
    return read(html);
  } catch (error) {
    if (!(error instanceof HtmlTooLarge)) throw error;
    at.refuse(error.message, html);
    return before;
  }
}
