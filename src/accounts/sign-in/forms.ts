import { z } from 'zod';
import { line } from '../../platform/http/strict-input';

/** What happened just before, as the address says it: an unknown word says nothing. */
const DONE = ['signed-out', 'password-changed', 'account-ready'] as const;
export type Done = (typeof DONE)[number];

/** Where to go afterwards: judged by `safePath`, so that a wrong one costs nobody the sign-in. */
const next = z.string().max(4_000).catch('');

export const signInQuery = z.object({ next, done: z.enum(DONE).optional().catch(undefined) });

/** The password is not measured here: one that is too long is simply wrong. */
export const signInForm = z.object({
  email: line({ min: 1, max: 254, label: 'An e-mail address' }),
  password: z.string().min(1, 'A password is needed.').max(1_000, 'This is not a password.'),
  next,
});

export const signOutForm = z.object({});
