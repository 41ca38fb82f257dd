import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makePassableFolder } from '../folders';
import type { SystemUser } from './system-user';

/** For a throw-away cluster. mkdtemp makes it 0700, too tight for root's database user. */
export function temporaryDirectory(): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postgres-'));
  fs.chmodSync(directory, 0o711);
  return directory;
}

/** Create it if need be, and make sure that PostgreSQL will be able to enter it. */
export function prepareDirectory(directory: string, user: SystemUser | undefined): void {
  makePassableFolder(directory);
  if (!user) return;

  const reachable = spawnSync('test', ['-x', directory], { ...user, cwd: '/' }).status === 0;
  if (!reachable) {
    throw new Error(
      `PostgreSQL would run as uid ${user.uid} here, which may not enter ${directory}. ` +
      'Choose a directory outside of private homes, such as /var/lib/plenary.',
    );
  }
}
