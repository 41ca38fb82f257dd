import { checkHtmlLimits, HtmlTooLarge } from '../../platform/html/limits';
import type { Field } from '../field';
import { parseHtml } from '../rich-text/parse-html';
import { richTextToText } from '../rich-text/to-text';
import { readText } from './from-form';
import { parsePortable } from './from-portable';
import { plainText } from './plain-text';

/** HTML as somebody wrote it. It is cleaned whenever it is shown, never here: a better sanitiser then also cleans the past. */
export function rawHtml(options: { label: string; help?: string }): Field<string> {
  const schema = plainText().superRefine((value, context) => {
    const problem = problemWith(value);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  });
  return {
    kind: 'raw-html',
    label: options.label,
    help: options.help ?? null,
    weight: 'D',
    schema,
    draft: schema,
    empty: '',
    texts: (value) => [richTextToText(parseHtml(value, 'full'))].filter((text) => text !== ''),
    mapReferences: (value) => value,
    fromPortable: (value, portable) => parsePortable(schema, value, portable),
    fromForm: (form, name, stored, at) => readText(schema, { form, name, stored, empty: '', at }),
  };
}

function problemWith(source: string): string | null {
  try {
    checkHtmlLimits(source);
    return null;
  } catch (error) {
    if (error instanceof HtmlTooLarge) return error.message;
    throw error;
  }
}
