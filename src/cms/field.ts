import type { z } from 'zod';
import type { FormContext, FormValues } from './form-values';
import type { Portable } from './portable';

/** How much a word of this field counts in search; null: not searched. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/**
 * One field of a page type, a block or a snippet type: the single place that says what it holds.
 * From a record of fields follow the content's TypeScript type, both schemas, the editing form,
 * the text that search sees, the references in it, and import.
 */
export interface Field<T> {
  /** Which form control edits it: views/admin/form-controls/<kind>.ejs */
  readonly kind: string;
  readonly label: string;
  readonly help: string | null;
  readonly weight: Weight | null;
  /** How the page works, not what it says, such as where a form is mailed to: no search, no other form of the page shows it. */
  readonly forStaff?: true;
  /** What may be published. */
  readonly schema: z.ZodType<T>;
  /** What may be saved as a draft: the same shape, but it may be incomplete. */
  readonly draft: z.ZodType<T>;
  /** What a new page starts with. */
  readonly empty: T;
  /** Plain text for search, comparison and descriptions, in reading order. */
  texts(value: T): string[];
  /** The same value with every reference URI replaced by what `change` returns: also the way to list them. */
  mapReferences(value: T, change: (uri: string) => string): T;
  /** From the portable form of seeds, import and paste (rich text is HTML there). Throws Unprocessable. */
  fromPortable(value: unknown, portable: Portable): T;
  /**
   * From the editing form, as views/admin/form-controls prints it. A name that the form does not have leaves `stored`;
   * what was not touched comes back as it was stored. What cannot be read is told to the context, and `stored` stays.
   */
  fromForm(form: FormValues, name: string, stored: T | undefined, at: FormContext): T;
}

/** Methods are bivariant, so a Field<string> is a Field<unknown> here. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

export type ValueOf<F> = F extends Field<infer T> ? T : never;
export type ContentOf<F extends Fields> = { -readonly [Name in keyof F]: ValueOf<F[Name]> };
