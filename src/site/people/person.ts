import { z } from 'zod';

/** Somebody who writes or holds an office. People of the demonstration are invented, and say so. */
export interface Person {
  readonly slug: string;
  readonly name: string;
  readonly role: string | null;
  readonly about: string | null;
  readonly invented: boolean;
}

export const personSchema: z.ZodType<Person> = z.object({
  slug: z.string(), name: z.string(), role: z.string().nullable(), about: z.string().nullable(), invented: z.boolean(),
});

/** "ML" for Mara Lindqvist: first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => [...word][0] ?? '').join('').toUpperCase();
}
