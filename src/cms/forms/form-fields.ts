import { z } from 'zod';
import type { Problem } from '../../platform/http/errors';
import type { ContentOf, Field } from '../field';
import { boolean } from '../fields/boolean';
import { choice } from '../fields/choice';
import { group } from '../fields/group';
import { list, type ListField } from '../fields/list';
import { number } from '../fields/number';
import { email, text } from '../fields/text';
import { CAME_FROM, choicesOf, hasChoices, defaultsOf, takesSeveral, type Form, type Question } from './form';
import { MACHINE_NAME, withMachineNames } from './machine-names';
import { readAnswer } from './read-answer';

const question = group({ fields: {
  name: forStaff(text({ label: 'Machine name', max: 60, required: true, pattern: { regex: MACHINE_NAME, message: 'Lower-case letters, digits and hyphens.' }, help: 'Made from the first label. It never changes, so that all answers to one question stay together.' })),
  label: text({ label: 'Label', max: 255, required: true }),
  help: text({ label: 'Help', max: 255, help: 'Stands below the label.' }),
  required: boolean({ label: 'Has to be answered', empty: true }),
  type: choice({ label: 'Type', empty: 'single-line', choices: [
    { value: 'single-line', label: 'One line' }, { value: 'multi-line', label: 'Several lines' }, { value: 'email', label: 'E-mail address' },
    { value: 'number', label: 'Number' }, { value: 'url', label: 'Web address' }, { value: 'checkbox', label: 'Tick box' },
    { value: 'checkboxes', label: 'Tick boxes, any number of them' }, { value: 'drop-down', label: 'Drop-down list' },
    { value: 'multiple-select', label: 'List with any number chosen' }, { value: 'radio', label: 'One of several, all visible' },
    { value: 'date', label: 'Day' }, { value: 'date-time', label: 'Day and time' }, { value: 'hidden', label: 'Hidden value' },
  ] }),
  choices: text({ label: 'Choices', max: 10_000, multiline: true, help: 'One per line; for types that offer some.' }),
  defaultValue: forStaff(text({ label: 'Filled in from the start', max: 1_000, multiline: true, help: `${CAME_FROM} is the page that the reader came from, in a form that other pages lead to with it.` })),
} });

/** What every page with a form has. Machine names are given on saving, which is when a draft is checked. */
export const formFields = {
  fields: named(list({ label: 'Questions', of: question, max: 50 })),
  toAddress: forStaff(withCheck(text({ label: 'Mail answers to', max: 255, help: 'Addresses with commas between them. Empty: the answers are only kept here.' }), areAddresses, 'One of these is not an e-mail address.')),
  fromAddress: forStaff(email({ label: 'Sender of these mails', help: 'Empty: the address of this site.' })),
  subject: forStaff(text({ label: 'Subject of these mails', max: 255 })),
  retentionDays: forStaff(number({ label: 'Days until answers are deleted', min: 1, max: 3_650, empty: 365 })),
};

export type FormContent = ContentOf<typeof formFields>;

export function formOf({ fields: questions, toAddress, fromAddress, subject, retentionDays }: FormContent): Form {
  return { questions, recipients: addressesIn(toAddress), from: fromAddress, subject, retentionDays };
}

/** What single fields cannot say. Paths as in `fields.2.choices`. */
export function checkForm({ fields: questions }: FormContent): Problem[] {
  return questions.flatMap((one, index) => problemsOf(one).map(([name, message]) => ({ field: `fields.${index}.${name}`, message })));
}

function problemsOf(one: Question): [keyof Question, string][] {
  if (hasChoices(one) && choicesOf(one).length === 0) return [['choices', 'This type needs choices, one per line.']];
  if (choicesOf(one).some((line) => line.length > 255)) return [['choices', 'A choice may have at most 255 characters.']];
  if (one.type === 'checkbox' || one.defaultValue.includes(CAME_FROM) || one.defaultValue.trim() === '') return [];
  if (takesSeveral(one)) return defaultsOf(one, null).length === 0 ? [['defaultValue', 'This is not one of the choices.']] : [];
  const reading = readAnswer(one, defaultsOf(one, null));
  return 'problem' in reading ? [['defaultValue', reading.problem]] : [];
}

function named(field: ListField<Question>): ListField<Question> {
  return { ...field, draft: field.draft.overwrite(withMachineNames) };
}

/** How the form works is the staff's business: search does not know it, and other forms of the page do not say it. */
function forStaff<T>(field: Field<T>): Field<T> {
  return { ...field, weight: null, forStaff: true, texts: () => [] };
}

function withCheck(field: Field<string>, test: (value: string) => boolean, message: string): Field<string> {
  return { ...field, schema: field.schema.refine(test, message) };
}

function areAddresses(value: string): boolean {
  return addressesIn(value).every((address) => z.email().safeParse(address).success);
}

function addressesIn(value: string): string[] {
  return value.split(',').map((address) => address.trim()).filter((address) => address !== '');
}
