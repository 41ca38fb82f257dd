import { z } from 'zod';

/** What the bibliography prints about a citation, beside its title and address. Targets of bibliographic kinds carry it in `data`. */
export interface Source {
  /** "RFC2026", without the brackets around it. */
  readonly tag: string;
  /** "R. Fielding, M. Nottingham, Ed.": the first three, then "et al." */
  readonly authors: string | null;
  /** "June 2022" */
  readonly date: string | null;
  /** "STD 97, Internet Standard, obsoletes RFC 7230" */
  readonly detail: string | null;
}

/** Extra facts in a kind's data are its own affair. */
export const sourceSchema: z.ZodType<Source> = z.object({
  tag: z.string(), authors: z.string().nullable(), date: z.string().nullable(), detail: z.string().nullable(),
});
