import fs from 'node:fs';
import path from 'node:path';
import pino, { type DestinationStream, type Logger } from 'pino';
import { makePrivateFolder } from './folders';

export type Log = Logger;

const MEBIBYTE = 1024 * 1024;

/** Never written, wherever a log entry has them one or two levels deep (rule 36). */
const SECRETS = [
  'password', 'passwordHash', 'newPassword', 'currentPassword', 'token', 'secret', 'secrets', 'sessionSecrets', '_csrf',
  'cookie', 'authorization', '["set-cookie"]', 'databaseUrl', 'smtpUrl', 'connectionString',
];

/**
 * JSON lines. To standard output when `file` is null (production: the container keeps them); else into the file, so that
 * the terminal of a developer shows only warnings and errors, one readable line each.
 */
export function createLog({ level, file }: { level: string; file: string | null }): Log {
  const options = { level, redact: { paths: redactedPaths(), censor: '[redacted]' }, timestamp: pino.stdTimeFunctions.isoTime, base: { pid: process.pid } };
  if (level === 'silent') return pino(options);
  if (file === null) return pino(options, pino.destination({ dest: 1, sync: true }));
  startAfresh(file);
  const streams = [
    { level: 'trace' as const, stream: pino.destination({ dest: file, sync: true }) },
    { level: 'warn' as const, stream: readable(process.stderr) },
  ];
  return pino(options, pino.multistream(streams));
}

function redactedPaths(): string[] {
  const within = (prefix: string) => SECRETS.map((name) => (name.startsWith('[') ? `${prefix}${name}` : `${prefix}.${name}`));
  return [...SECRETS, ...within('*'), ...within('*.headers')];
}

/** A developer's log may grow for weeks: one older part is kept. */
function startAfresh(file: string): void {
  makePrivateFolder(path.dirname(file));
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10 * MEBIBYTE) fs.renameSync(file, `${file}.1`);
}

interface Entry {
  level: number;
  msg?: string;
  err?: { message?: string; stack?: string };
}

function readable(output: NodeJS.WritableStream): DestinationStream {
  return {
    write(line: string): void {
      const { level, msg = '', err } = JSON.parse(line) as Entry;
      const detail = level >= 50 ? err?.stack : err?.message;
      output.write(`${level >= 50 ? 'Error' : 'Warning'}: ${msg}\n${detail && detail !== msg ? `${detail}\n` : ''}`);
    },
  };
}
