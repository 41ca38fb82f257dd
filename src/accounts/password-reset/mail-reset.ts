import { findAccount, type Account } from '../account-queries';
import { mailJobPayload, type MailJobDeps } from '../mail-job';
import { deleteExpiredTokens } from '../token-queries';
import { issueToken } from '../tokens';

/** The job: a link to choose a new password, to somebody who has one. It throws when the mail server does, and is tried again. */
export function mailResetTask(deps: MailJobDeps): (payload: unknown) => Promise<void> {
  return async (payload) => {
    const { userId } = mailJobPayload.parse(payload);
    const account = userId === null ? undefined : await findAccount(deps.db, userId);
    if (!account?.active || account.passwordHash === null) return;
    await deleteExpiredTokens(deps.db, 'password-reset', deps.now());
    const token = await issueToken(deps.db, deps.now(), { userId: account.id, purpose: 'password-reset' });
    await deps.mail.send({ to: account.email, subject: 'Choose a new password', text: textOf(deps, account, token) });
  };
}

function textOf({ publicUrl }: MailJobDeps, { name }: Account, token: string): string {
  return `Hello ${name},

somebody, most likely you, asked for a new password at ${new URL(publicUrl).host}. Choose one here:

${publicUrl}/sign-in/reset/${token}

The link works once, within one hour. Choosing a new password ends all your sessions.

If it was not you, do nothing: the password stays as it is.
`;
}
