import { z } from 'zod';

/** A working group, area, board or team, as the Datatracker describes it. */
export interface Group {
  readonly acronym: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly area: string | null;
  readonly list: string | null;
  readonly description: string | null;
}

export const groupSchema: z.ZodType<Group> = z.object({
  acronym: z.string(), name: z.string(), type: z.string(), state: z.string(),
  area: z.string().nullable(), list: z.string().nullable(), description: z.string().nullable(),
});

export function groupUrl(acronym: string): string {
  return `https://datatracker.ietf.org/group/${acronym}/about/`;
}

/** "Working group, Web and Internet Transport"; "Research group, concluded". */
export function groupLine({ type, state, area }: Group): string {
  return [type, area, state === 'Active' ? null : state.toLowerCase()].filter((part) => part !== null).join(', ');
}
