import { z } from 'zod';
import { isZone } from '../../platform/dates';
import { line } from '../../platform/http/strict-input';
import { newPassword } from '../password-rules';

export const profileForm = z.object({
  name: line({ min: 1, max: 100, label: 'A name' }),
  timeZone: line({ max: 60, label: 'A time zone' }).refine(isZone, 'This time zone is not known.'),
});

export const passwordForm = z.object({
  current: z.string().min(1, 'The current password is needed.').max(1_000, 'This is not the current password.'),
  password: newPassword,
});

export const sessionParams = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) });

export const nothing = z.object({});

export const profileQuery = z.object({ done: z.enum(['saved', 'password', 'session', 'sessions']).optional().catch(undefined) });
