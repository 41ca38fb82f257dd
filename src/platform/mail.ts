import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { makePrivateFolder } from './folders';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** Instead of the site's own. */
  readonly from?: string;
  readonly replyTo?: string;
}

export interface Mailer {
  /** @throws when the mail server does not take it: the job that sends it tries again. */
  send(mail: Mail): Promise<void>;
}

/** Through the mail server if there is one; else each mail becomes a file in `folder`. */
export function createMailer(options: { smtpUrl: string | null; from: string; folder: string; now: () => Date }): Mailer {
  return options.smtpUrl === null ? fileMailer(options) : smtpMailer(options.smtpUrl, options.from);
}

function smtpMailer(url: string, from: string): Mailer {
  const withTimeouts = new URL(url);
  for (const [name, seconds] of [['connectionTimeout', 10], ['greetingTimeout', 10], ['socketTimeout', 30]] as const) {
    if (!withTimeouts.searchParams.has(name)) withTimeouts.searchParams.set(name, String(seconds * 1_000));
  }
  const transport = nodemailer.createTransport(withTimeouts.href);
  return { send: async (mail) => { await transport.sendMail({ from, ...mail }); } };
}

/** 2026-11-22T10-15-00-000Z-1f3a9c.eml; any mail program opens it. */
function fileMailer({ from, folder, now }: { from: string; folder: string; now: () => Date }): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail({ from, date: now(), ...mail });
      const name = `${now().toISOString().replace(/[:.]/g, '-')}-${randomBytes(3).toString('hex')}.eml`;
      makePrivateFolder(folder);
      // under another name first: whoever watches the folder finds whole mails only
      await fs.writeFile(path.join(folder, `.${name}`), message as Buffer, { mode: 0o600 });
      await fs.rename(path.join(folder, `.${name}`), path.join(folder, name));
    },
  };
}
