import { formatInstant } from '../../platform/instants';
import { findAccount, type Account } from '../account-queries';
import { mailJobPayload, type MailJobDeps } from '../mail-job';
import { deleteTokens } from '../token-queries';
import { issueToken, LIFETIMES } from '../tokens';

/** The job: a link to take up the account that somebody was given. An earlier link ends with it. Nothing for those who have a password. */
export function mailInvitationTask(deps: MailJobDeps): (payload: unknown) => Promise<void> {
  return async (payload) => {
    const { userId } = mailJobPayload.parse(payload);
    const account = userId === null ? undefined : await findAccount(deps.db, userId);
    if (!account?.active || account.passwordHash !== null) return;
    const at = deps.now();
    const url = await invitationLink(deps, at, account.id);
    await deps.mail.send({ to: account.email, subject: `Your account at ${new URL(deps.publicUrl).host}`, text: textOf(deps, account, url, new Date(at.getTime() + LIFETIMES.invitation)) });
  };
}

/** A new link; those before it are worth nothing any more. */
export async function invitationLink({ db, publicUrl }: Pick<MailJobDeps, 'db' | 'publicUrl'>, at: Date, userId: number): Promise<string> {
  const token = await db.transaction(async (trx) => {
    await deleteTokens(trx, userId, 'invitation');
    return issueToken(trx, at, { userId, purpose: 'invitation' });
  });
  return `${publicUrl}/sign-in/invitation/${token}`;
}

function textOf({ publicUrl }: MailJobDeps, { name, email }: Account, url: string, until: Date): string {
  return `Hello ${name},

you are invited to the staff area of ${new URL(publicUrl).host}. Choose a password here:

${url}

The link works once, until ${formatInstant(until)}. From then on you sign in as ${email} at ${publicUrl}/sign-in

If you did not expect this, do nothing: without a password nobody can use the account.
`;
}
