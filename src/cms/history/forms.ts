import { z } from 'zod';
import { parseDay } from '../../platform/dates';
import { id, line } from '../../platform/http/strict-input';

const revision = z.union([z.enum(['live', 'draft', 'previous']), id]).nullable().catch(null).default(null);

export const pageHistoryQuery = z.object({
  /** The older one of the comparison; left out: what readers see, or the one before. */
  a: revision,
  b: revision,
  view: z.enum(['page', 'field']).catch('page').default('page'),
  /** The list goes on with revisions before this one. */
  before: id.nullable().catch(null).default(null),
  done: z.enum(['restored', 'same']).nullable().catch(null).default(null),
});

export const restorationForm = z.object({
  _csrf: z.string().optional(),
  from: id,
  part: z.string().regex(/^(?:all|title|slug|common\.\w+|content\.\w+(?:\.[A-Za-z0-9_-]{1,64})?)$/, 'There is no such part.'),
});

/** The last year that is written with four digits has a last day without one after it. */
const day = z.string().transform(parseDay).refine((parsed) => parsed !== undefined && parsed < '9999').transform((parsed) => parsed!).nullable().catch(null).default(null);

export const auditQuery = z.object({
  /** Part of a name or an address, or `system`. */
  who: line({ max: 200, label: 'A name' }).catch('').default(''),
  what: z.string().regex(/^[a-z]+(?:\.[a-z-]+)?$/).nullable().catch(null).default(null),
  /** `page:42`, `user:7` */
  object: z.string().regex(/^[a-z-]+:[\w./-]{1,200}$/).nullable().catch(null).default(null),
  result: z.enum(['denied', 'failed']).nullable().catch(null).default(null),
  from: day,
  to: day,
  before: id.nullable().catch(null).default(null),
});

export type AuditQuery = z.output<typeof auditQuery>;
