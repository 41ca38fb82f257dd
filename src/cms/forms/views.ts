/** A form, ready to print: new, or with what was typed and what is wrong with it. */
export interface FormView {
  readonly action: string;
  readonly token: string;
  /** The token of when it was new. */
  readonly opened: string;
  /** What stands above the form; empty: nothing is wrong. `url` leads to the control, null when it is about the whole form. */
  readonly problems: readonly { readonly url: string | null; readonly label: string | null; readonly message: string }[];
  readonly questions: readonly QuestionView[];
  readonly submit: string;
}

export interface QuestionView {
  /** Of the first control: where its line in the summary leads to. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly help: string | null;
  readonly required: boolean;
  readonly control: 'input' | 'textarea' | 'tick' | 'ticks' | 'radios' | 'select' | 'hidden';
  /** `type` of an input. */
  readonly inputType: string;
  readonly value: string;
  readonly max: number | null;
  readonly autocomplete: string | null;
  readonly options: readonly { readonly id: string; readonly value: string; readonly chosen: boolean }[];
  /** A list in which any number may be chosen. */
  readonly multiple: boolean;
  readonly problem: string | null;
  /** Ids of its help and its problem; null when it has neither. */
  readonly describedBy: string | null;
}

declare module '../../platform/http/views' {
  interface Views {
    'forms/form': { form: FormView };
    'forms/summary': { form: FormView };
  }
}
