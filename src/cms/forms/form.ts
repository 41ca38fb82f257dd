/** The kinds of question a form may ask (content.md 4.14). Stored: never renamed. */
export type QuestionType =
  | 'single-line' | 'multi-line' | 'email' | 'number' | 'url' | 'checkbox' | 'checkboxes'
  | 'drop-down' | 'multiple-select' | 'radio' | 'date' | 'date-time' | 'hidden';

/** One question of a form, as a page's content holds it. */
export interface Question {
  /** The machine name: made from the first label when the page is saved, and never changed. */
  name: string;
  label: string;
  help: string;
  required: boolean;
  type: QuestionType;
  /** One per line. */
  choices: string;
  defaultValue: string;
}

/** What a page asks of its readers, and what becomes of the answers. */
export interface Form {
  readonly questions: readonly Question[];
  /** Where each submission is mailed to; empty: it is only kept. */
  readonly recipients: readonly string[];
  /** Null: the address of the installation. */
  readonly from: string | null;
  /** Empty: made from the page's title. */
  readonly subject: string;
  /** After so many days a submission is deleted. */
  readonly retentionDays: number;
}

/** As it came: every name with what was sent under it. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What is wrong with one answer; without a name: with the form as a whole. */
export interface AnswerProblem {
  readonly name: string | null;
  readonly message: string;
}

/** What a reader sent and has to look at again. */
export interface Submission {
  readonly typed: Typed;
  readonly problems: readonly AnswerProblem[];
  /** The token of the form when it was new: the time to fill it in counts from there. */
  readonly opened: string | null;
}

/** What `show` of a page with a form is given for it. */
export interface FormContext {
  /** Null while the form is new. */
  readonly submission: Submission | null;
  /** A signed time token. Whoever takes one has a page that no cache keeps: it tells when this reader opened the form. */
  token(): string;
}

/** Stands in a default value for the page that a reader came from: `/report-problem/?url=/about/`. */
export const CAME_FROM = '{url}';

const WITH_CHOICES: ReadonlySet<QuestionType> = new Set(['checkboxes', 'drop-down', 'multiple-select', 'radio']);
const SEVERAL: ReadonlySet<QuestionType> = new Set(['checkboxes', 'multiple-select']);

export function hasChoices({ type }: Pick<Question, 'type'>): boolean {
  return WITH_CHOICES.has(type);
}

/** Whether there may be more than one answer. */
export function takesSeveral({ type }: Pick<Question, 'type'>): boolean {
  return SEVERAL.has(type);
}

/** Without repetitions, in the editor's order. */
export function choicesOf({ choices }: Pick<Question, 'choices'>): string[] {
  return [...new Set(linesOf(choices))];
}

/** What the control holds before anybody has touched it. `cameFrom`: an absolute address, or null. */
export function defaultsOf(question: Question, cameFrom: string | null): readonly string[] {
  const value = question.defaultValue.replaceAll(CAME_FROM, () => cameFrom ?? '').trim(); // a function, since `$&` in an address is no pattern
  if (question.type === 'checkbox') return /^(?:yes|true|on|1)$/i.test(value) ? [TICKED] : [];
  if (takesSeveral(question)) return choicesOf(question).filter((choice) => linesOf(value).includes(choice));
  return value === '' ? [] : [value];
}

/** What a ticked box sends. */
export const TICKED = 'yes';

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
