import type { FormFields } from './merge-fields';

/** A change of what is said of a file. What is left out or undefined stays as it is. */
export interface FileEdit<Row, Said> {
  readonly id: number;
  /** Which the person saw; undefined: they chose it from a list. */
  readonly version: number | undefined;
  /** Out of the trash first, if it is there; both, or neither. */
  readonly restore?: boolean | undefined;
  /** Of the file as it is now, since "with this tag" depends on what it has. */
  readonly edit: Some<Said> | ((file: Row) => Some<Said>);
  /** Of the form that it comes from: with it, what somebody else changed since is merged. */
  readonly form?: FormFields | undefined;
}

type Some<Said> = { readonly [Name in keyof Said]?: Said[Name] | undefined };

/** Only what differs from the row. */
export function differences<Said extends object, Row extends Said>(row: Row, edit: FileEdit<Row, Said>['edit']): Partial<Said> {
  const said = typeof edit === 'function' ? edit(row) : edit;
  const entries = Object.entries(said) as [keyof Said, unknown][];
  return Object.fromEntries(entries.filter(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(row[name]))) as Partial<Said>;
}
