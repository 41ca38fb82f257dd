import { z } from 'zod';
import { formatInstant } from '../../platform/instants';
import type { Mail, Mailer } from '../../platform/mail';
import type { Db } from '../../platform/db/connect';
import { findPathOfPage, findSubmissionToMail, updateMailed, type SubmissionToMail } from './queries';
import { answerText, type GivenAnswer } from './read-submission';
import { encodePath } from '../addresses/path';
import { urlOf } from '../pages/page';
import type { SiteDirectory } from '../sites/site-directory';

interface MailDeps {
  readonly db: Db;
  readonly now: () => Date;
  readonly mail: Mailer;
  readonly sites: SiteDirectory;
}

const payloadSchema = z.object({ submissionId: z.number().int() });

/** The job: mail one submission, unless that was done. It throws when the mail server does, and is tried again. */
export function mailSubmissionTask(deps: MailDeps): (payload: unknown) => Promise<void> {
  return async (payload) => {
    const { submissionId } = payloadSchema.parse(payload);
    const submission = await findSubmissionToMail(deps.db, submissionId);
    if (!submission) return;
    const { to, from, replyTo, subject } = submission.mail;
    const mail: Mail = { to, subject, text: await textOf(deps, submission), ...(from === null ? {} : { from }), ...(replyTo === null ? {} : { replyTo }) };
    await deps.mail.send(mail);
    await updateMailed(deps.db, submissionId, deps.now());
  };
}

async function textOf({ db, sites }: MailDeps, { siteId, pageId, pageTitle, answers, createdAt }: SubmissionToMail): Promise<string> {
  const site = sites.list().find(({ id }) => id === siteId);
  const path = pageId === null ? undefined : await findPathOfPage(db, siteId, pageId);
  const place = site && path !== undefined ? ` at ${site.baseUrl}${urlOf(encodePath(path))}` : '';
  return [...answers.map(lineOf), '', `Sent with the form “${pageTitle}”${place} on ${formatInstant(createdAt)}.`, ''].join('\n');
}

/** `Label: value`; an answer of several lines begins below its label. */
function lineOf({ label, answer }: GivenAnswer): string {
  const text = answerText(answer);
  const asked = /[?!.:]$/.test(label) ? label : `${label}:`;
  return text.includes('\n') ? `${asked}\n${text}\n` : `${asked} ${text}`;
}
