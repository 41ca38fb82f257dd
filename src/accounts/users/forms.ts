import { z } from 'zod';
import { line } from '../../platform/http/strict-input';
import { groupIds } from '../groups/forms';
import { USER_STATES } from './queries';

/** Empty choices of the filter's form are no choice; a wrong one is dropped like an unknown name. */
export const usersQuery = z.object({
  q: line({ max: 200, label: 'A search' }).catch(''),
  group: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number).nullable().catch(null).default(null),
  state: z.enum(USER_STATES).nullable().catch(null).default(null),
  page: z.string().regex(/^[1-9]\d{0,3}$/).transform(Number).catch(1).default(1),
  done: z.literal('withdrawn').optional().catch(undefined),
});

/** Enough to be an address; whether anybody reads it, the mail tells. */
const ADDRESS = /^[^\s@,;:<>()"[\]\\]+@[^\s@,;:<>()"[\]\\]+$/;

export const inviteForm = z.object({
  email: line({ min: 1, max: 254, label: 'An e-mail address' }).refine((text) => text === '' || ADDRESS.test(text), 'This is not an e-mail address.'),
  name: line({ min: 1, max: 100, label: 'A name' }),
  groups: groupIds,
});

export const groupsForm = z.object({ groups: groupIds });

export const userQuery = z.object({ done: z.enum(['invited', 'resent', 'groups', 'deactivated', 'reactivated']).optional().catch(undefined) });

export const permissionsQuery = z.object({ page: line({ max: 2_000, label: 'An address' }).catch('') });
