import { z } from 'zod';
import type { Db } from '../platform/db/connect';
import type { Mailer } from '../platform/mail';

/** What jobs that mail a link need. */
export interface MailJobDeps {
  readonly db: Db;
  readonly now: () => Date;
  readonly mail: Mailer;
  /** Of the default site, without a final slash: links in mails begin with it. */
  readonly publicUrl: string;
}

/** Null: nobody. The job is left all the same, so that asking takes as long as if there were somebody. */
export const mailJobPayload = z.object({ userId: z.number().int().nullable() });
