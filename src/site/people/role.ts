import { z } from 'zod';
import { groupSchema, type Group } from '../standards/group';

/** What somebody does or did, and for whom. */
export interface PersonRole {
  readonly title: string;
  /** "Secretariat": for bodies that are no group of the Datatracker. */
  readonly body: string | null;
  readonly group: Group | null;
  /** ISO days; null where nobody knows, and while it lasts. */
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

export const rolesSchema: z.ZodType<PersonRole[]> = z.array(z.object({
  title: z.string(), body: z.string().nullable(), group: groupSchema.nullable(), startedOn: z.string().nullable(), endedOn: z.string().nullable(),
}));

/** `today`: ISO day. The last day counts. */
export function isCurrent({ endedOn }: PersonRole, today: string): boolean {
  return endedOn === null || endedOn >= today;
}

export interface Body {
  readonly name: string;
  /** Leadership first, then Areas, then everybody who helps. */
  readonly rank: 0 | 1 | 2 | 3;
}

const OTHERS: Body = { name: 'Other roles', rank: 3 };

/** Under which heading a role is listed: working groups under their Area, research groups under the task force. */
export function bodyOf({ body, group }: Pick<PersonRole, 'body' | 'group'>): Body {
  if (group === null) return body === null ? OTHERS : { name: body, rank: 2 };
  if (group.type === 'Area') return { name: `${group.name} Area`, rank: 1 };
  if (group.type === 'Working group') return group.area === null ? { name: 'Working groups', rank: 1 } : { name: `${group.area} Area`, rank: 1 };
  if (group.type === 'Research group') return { name: 'Internet Research Task Force', rank: 0 };
  return { name: group.name, rank: 0 };
}
