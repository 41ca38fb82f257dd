import type { FormContext, FormValues } from '../form-values';
import { readFields } from '../content';
import { boolean } from '../fields/boolean';
import { choice } from '../fields/choice';
import { date } from '../fields/date';
import { image } from '../fields/image';
import { optional } from '../fields/optional';
import { reference } from '../fields/reference';
import { text } from '../fields/text';
import { commonFieldsSchema } from './common-fields';
import { NO_COMMON_FIELDS, type CommonFields } from './page';

const words = (label: string, max: number, help: string, multiline = false) => optional(text({ label, max, required: true, multiline, help }));

/** What search engines, shared links and menus say of a page: the tab Promote. */
export const promoteFields = {
  seoTitle: words('Title for search engines', 255, 'Empty: the title of the page.'),
  description: words('Description', 500, 'One or two sentences, for search results, cards and shared links. Empty: the beginning of the text.', true),
  socialText: words('Text when it is shared', 255, 'Empty: the description.', true),
  socialImage: image({ label: 'Picture when it is shared', help: 'Empty: the picture of the page, or of the site.' }),
  feedImage: image({ label: 'Picture in lists', help: 'On cards of pages that lead here. Empty: the picture of the page.' }),
  showInMenus: boolean({ label: 'Show in menus', help: 'In the menu of its section and beside its neighbours.' }),
};

/** How the page is to be read: the tab Settings. */
export const settingsFields = {
  lang: text({ label: 'Language', max: 35, required: true, help: 'As in BCP 47: en, fr, pt-BR.' }),
  status: choice({ label: 'State of what it says', choices: [
    { value: 'current', label: 'Current' }, { value: 'superseded', label: 'Superseded' }, { value: 'archived', label: 'Archived' },
  ], help: 'Readers see a note above the text of a page that is not current.' }),
  successor: reference({ label: 'Page that replaces it', kinds: ['page'], help: 'For a page that is superseded.' }),
  statusNote: words('Words about its state', 500, 'Stand in the note above the text.', true),
  updatedOn: date({ label: 'Last changed', help: 'The day that readers are told. Empty: the day of publication.' }),
  hideToc: boolean({ label: 'No list of contents', help: 'It stands beside texts with three headings and more.' }),
  hideTerms: boolean({ label: 'Do not mark terms of the glossary' }),
};

export const commonFormFields = { ...promoteFields, ...settingsFields };

/**
 * `common.*` of the editing form. Their columns are stricter than drafts are: what they refuse is told with the name of its
 * field, kept as it was typed, and the stored value stays.
 */
export function commonFromForm(form: FormValues, stored: CommonFields, at: FormContext): CommonFields {
  const read: CommonFields = { ...NO_COMMON_FIELDS, ...readFields(commonFormFields, form, 'common', stored, at) };
  const { error } = commonFieldsSchema.safeParse(read);
  for (const { path: [name, ...inner], message } of error?.issues ?? []) {
    const [key, full] = [name as keyof CommonFields, ['common', name, ...inner].join('.')];
    at.within([name, ...inner].join('.')).refuse(message, form.get(full));
    Object.assign(read, { [key]: stored[key] });
  }
  return read;
}
