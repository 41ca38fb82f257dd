import { BadRequest, type Problem } from '../../platform/http/errors';
import { readFields } from '../content';
import { formReading, formValues } from '../form-values';
import type { AnyPageType } from '../page-type';
import { commonFromForm } from '../pages/common-form';
import type { PageText } from '../revisions/page-text';
import { formHead } from './forms';

export interface ReadForm {
  readonly text: PageText;
  /** The revision that the text started from. */
  readonly base: number | null;
  /** Of the working copy as the sender knows it. */
  readonly number: number;
  readonly note: string | null;
  readonly then: 'publish' | null;
  readonly problems: readonly Problem[];
  /** What no value could be made of, by path: printed again as it was typed. */
  readonly typed: ReadonlyMap<string, string>;
}

/**
 * The editing form, read leniently: there is always a text, with `stored` where nothing could be made of what was typed.
 * `may`: whether the person may change blocks that need a certain permission.
 * @throws BadRequest for what is no such form at all, such as the empty one of a page that is being closed
 */
export function readForm(body: unknown, type: AnyPageType, stored: PageText, may: (permission: string) => boolean): ReadForm {
  const form = formValues(body);
  if (form.get('title') === undefined) throw new BadRequest('The form of the page is not in this request.');
  const { context, problems, typed } = formReading(may);
  const text = {
    title: lineOf(form.get('title'), stored.title),
    slug: lineOf(form.get('slug'), stored.slug),
    common: commonFromForm(form, stored.common, context.within('common')),
    content: readFields(type.fields, form, 'content', stored.content, context.within('content')),
  };
  return { ...headOf(body), text, problems, typed };
}

/** Looked up by name in what the body parser made, so no name can be a trick. */
export function headOf(body: unknown): Pick<ReadForm, 'base' | 'number' | 'note' | 'then'> {
  const form = formValues(body);
  const names = ['base', 'number', 'note', 'then'] as const;
  const { note, ...head } = formHead.parse(Object.fromEntries(names.map((name) => [name, form.get(name) ?? null])));
  return { ...head, note: note === '' ? null : note };
}

/** A title is one line, however it was pasted. */
function lineOf(typed: string | undefined, stored: string): string {
  return typed === undefined ? stored : typed.replace(/\s+/g, ' ').trim();
}
