import { Unprocessable, type Problem } from '../platform/http/errors';

/** What a form sent: values by dotted name, in the order of the form. Looked up, never walked, so no name can be a trick. */
export interface FormValues {
  /** The last one of that name, since a tick box stands behind its hidden "off"; undefined when the form has no such control. */
  get(name: string): string | undefined;
  all(name: string): readonly string[];
  /** The same form, seen from a part of it: `within('content').get('title')` is `content.title`. */
  within(name: string): FormValues;
}

/** From what the body parser made of `application/x-www-form-urlencoded`. What is no text is not there. Line ends become `\n`. */
export function formValues(body: unknown): FormValues {
  const values = new Map(Object.entries(body ?? {}).map(([name, value]) => [name, textsIn(value)]));
  return viewOf(values, '');
}

function textsIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string').map((text) => text.replace(/\r\n?/g, '\n'));
}

function viewOf(values: ReadonlyMap<string, readonly string[]>, prefix: string): FormValues {
  const all = (name: string): readonly string[] => values.get(prefix + name) ?? [];
  return { all, get: (name) => all(name).at(-1), within: (name) => viewOf(values, `${prefix}${name}.`) };
}

/** What a field needs to read a form, and where it says what it could not read. */
export interface FormContext {
  /** Where in the content the value stands, with indexes as zod counts them: `content.body.3.value.text`. */
  readonly at: string;
  /** The same for a part of the value. */
  within(name: string | number): FormContext;
  /** Whether the person may change blocks that need this verb. */
  may(permission: string): boolean;
  /** No value can be made of what was typed: it is kept, to be printed again beside the sentence. The field gives what was stored. */
  refuse(message: string, typed?: string): void;
  /** Something typed that has no place in the value for now, but comes back with the form. */
  keep(typed: string): void;
}

/** One reading of one form: gather `problems` and `typed` from it when everything is read. */
export interface FormReading {
  readonly context: FormContext;
  readonly problems: Problem[];
  /** By path as in `problems`: printed instead of the value. */
  readonly typed: Map<string, string>;
}

export function formReading(may: (permission: string) => boolean): FormReading {
  const problems: Problem[] = [];
  const typed = new Map<string, string>();
  const at = (path: string): FormContext => ({
    at: path,
    within: (name) => at(path === '' ? String(name) : `${path}.${name}`),
    may,
    refuse(message, text) {
      problems.push({ field: path, message });
      if (text !== undefined) typed.set(path, text);
    },
    keep: (text) => { typed.set(path, text); },
  });
  return { context: at(''), problems, typed };
}

/** @throws Unprocessable when something could not be read */
export function checkReading({ problems }: FormReading): void {
  if (problems.length > 0) throw new Unprocessable(problems);
}
