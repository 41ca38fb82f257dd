import path from 'node:path';
import type { Config } from './config';
import type { NewAdministrator } from './prepare-database';

/** All that a start prints: where the site is, how to sign in, where things lie. */
export function startMessage(config: Config, administrator: NewAdministrator): string {
  const lines = [
    ['Site', `${config.publicUrl}/`],
    ['Staff', `${config.publicUrl}/admin`],
    ['Sign in', signIn(config, administrator)],
    ['Data', config.dataDir],
    ['Mails', config.smtpUrl === null ? path.join(config.dataDir, 'mail') : 'sent through SMTP_URL'],
    ['Log', logFile(config) ?? 'standard output'],
  ];
  return `Plenary is running.\n${lines.map(([label = '', text = '']) => `  ${label.padEnd(8)} ${text}\n`).join('')}`;
}

/** In production the container keeps standard output; else a file, so that the terminal stays readable. */
export function logFile({ environment, dataDir }: Config): string | null {
  return environment === 'production' ? null : path.join(dataDir, 'log', 'plenary.log');
}

function signIn({ admin }: Config, administrator: NewAdministrator): string {
  if (!administrator) return `with your account (${admin.email}, unless you chose another; npm run cli create-admin makes one more)`;
  if (administrator.password === null) return `as ${administrator.email} with the password from ADMIN_PASSWORD`;
  return `as ${administrator.email} with the password ${administrator.password} (shown only now)`;
}
