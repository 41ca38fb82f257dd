import { z } from 'zod';
import { line } from '../../platform/http/strict-input';
import { newPassword } from '../password-rules';

export const forgottenQuery = z.object({ done: z.literal('sent').optional().catch(undefined) });

export const forgottenForm = z.object({ email: line({ min: 1, max: 254, label: 'An e-mail address' }) });

export const resetForm = z.object({ password: newPassword });
