import { z } from 'zod';
import { line } from '../../platform/http/strict-input';
import { newPassword } from '../password-rules';

export const acceptForm = z.object({ name: line({ min: 1, max: 100, label: 'A name' }), password: newPassword });
