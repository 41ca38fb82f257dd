import { z } from 'zod';

/** What somebody typed is judged by `parseQuery`, which answers in words; a page that is no number is the first (SEARCH-06). */
export const searchQuerySchema = z.object({
  query: z.union([z.string(), z.array(z.string()).transform((list) => list[0] ?? '')]).default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
