import { z } from 'zod';
import { id } from '../../platform/http/strict-input';

export const previewQuery = z.object({ revision: id.optional(), mine: z.literal('1').optional() });

export const linkForm = z.object({
  days: z.string().trim().default('7').refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 30, 'A link works for 1 to 30 days.').transform(Number),
});

export const linksQuery = z.object({ done: z.enum(['revoked']).optional().catch(undefined) });

export const nothing = z.object({});
