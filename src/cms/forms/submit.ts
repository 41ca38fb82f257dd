import { createHash } from 'node:crypto';
import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { safePath } from '../../platform/http/safe-path';
import { addJob } from '../../platform/jobs/queue';
import type { LivePage } from '../pages/page';
import type { Site } from '../sites/site';
import { CAME_FROM, type Form } from './form';
import { insertSubmission, type SubmissionMail } from './queries';
import type { GivenAnswer } from './read-submission';

/** The name of the job that mails a submission. */
export const MAIL_SUBMISSION = 'mail-submission';

const DAY = 24 * 60 * 60 * 1_000;

export interface Sent {
  readonly site: Site;
  readonly page: LivePage;
  readonly form: Form;
  readonly answers: readonly GivenAnswer[];
  /** The token of the form when it was new: with it, one filling sent twice is known to be one. */
  readonly opened: string;
}

/**
 * FORM-03: the submission, its line of history and the job that mails it, in one transaction: all of them or none. Mail is
 * the worker's business, so a failing one never reaches the reader. Nothing public changes, so the content version stays.
 */
export async function submit({ db, now }: { db: Db; now: () => Date }, actor: Actor, sent: Sent): Promise<void> {
  const at = now();
  const { site, page, form, answers } = sent;
  const mail = mailFor(sent);
  await db.transaction(async (trx) => {
    const id = await insertSubmission(trx, {
      siteId: site.id, pageId: page.id, pageTitle: page.title, answers, url: reportedPath(sent), fingerprint: fingerprintOf(sent), mail,
      createdAt: at, deleteAfter: new Date(at.getTime() + form.retentionDays * DAY),
    });
    if (id === undefined) return; // a double click, or the browser's "send again"
    await record(trx, at, actor, {
      action: 'form.submitted', objectType: 'form-submission', objectId: String(id), siteId: site.id, detail: { pageId: page.id, title: page.title },
    });
    if (mail) await addJob(trx, MAIL_SUBMISSION, { submissionId: id }, { key: `${MAIL_SUBMISSION}:${id}` });
  });
}

/** The form through which readers report problems is never one that nobody reads: without an address of its own it goes to support. */
function mailFor({ site, page, form, answers }: Sent): SubmissionMail | null {
  const isReport = site.settings.reportForm === `page:${page.id}`;
  const recipients = form.recipients.length === 0 && isReport ? [site.settings.supportEmail] : form.recipients;
  if (recipients.length === 0) return null;
  const replyTo = answers.find(({ type, answer }) => type === 'email' && answer !== '')?.answer;
  const subject = form.subject === '' ? `${page.title} – ${site.name}` : form.subject;
  return { to: recipients.join(', '), from: form.from, replyTo: typeof replyTo === 'string' ? replyTo : null, subject };
}

/** The page that the reader came from, where the form asks for it and it is one of this site. */
function reportedPath({ site, form, answers }: Sent): string | null {
  const question = form.questions.find(({ defaultValue }) => defaultValue.includes(CAME_FROM));
  const answer = answers.find(({ name }) => name === question?.name)?.answer;
  return typeof answer === 'string' ? safePath(answer, site.baseUrl) : null;
}

function fingerprintOf({ page, answers, opened }: Sent): string {
  return createHash('sha256').update(JSON.stringify([page.id, opened, answers])).digest('base64url');
}
