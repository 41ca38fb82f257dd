import { z } from 'zod';
import { findAccount } from '../../accounts/account-queries';
import type { MailJobDeps } from '../../accounts/mail-job';
import { instantIn } from '../../platform/instants';
import { getPage } from '../pages/queries';
import { findScheduled } from './schedule-queries';

export const MAIL_SCHEDULE_FAILED = 'mail-schedule-failed';

const payloadSchema = z.object({ scheduledId: z.number().int() });

/** The job: who planned a publication learns that it was refused, and why. It throws when the mail server does, and is tried again. */
export function mailFailureTask(deps: MailJobDeps): (payload: unknown) => Promise<void> {
  return async (payload) => {
    const { scheduledId } = payloadSchema.parse(payload);
    const plan = await findScheduled(deps.db, scheduledId);
    const account = plan && plan.createdBy !== null ? await findAccount(deps.db, plan.createdBy) : undefined;
    if (!plan || !account?.active) return;
    const { id, title } = await getPage(deps.db, plan.pageId);
    const text = `Hello ${account.name},

“${title}” was to go live on ${instantIn(plan.timeZone, plan.dueAt)}, and did not:

${plan.problem ?? 'It was refused.'}

Readers see what they saw before; the text is as you left it. It is not tried again by itself:

${deps.publicUrl}/admin/pages/${id}/publication/new
`;
    await deps.mail.send({ to: account.email, subject: `Not published: ${title}`, text });
  };
}
