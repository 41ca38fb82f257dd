import fs from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../platform/refusal';

/**
 * A tree of files beside the pages, such as `/proceedings/` (content.md, chapter 15): a folder of this machine, which is
 * only read, or another host that has it.
 */
export interface Mount {
  /** Without the final slash: `/proceedings`. */
  readonly path: string;
  /** Absolute; null for a tree elsewhere. */
  readonly folder: string | null;
  /** Where the tree is instead; what follows the mount's path is appended. */
  readonly redirect: string | null;
  /** Whether a folder without index.html shows what is in it. */
  readonly listing: boolean;
  /** Tried in turn after a name that is no file: `.html`, `.txt`. */
  readonly extensions: readonly string[];
  /** Endings of files that are downloaded, not shown: `.xml`. */
  readonly attachment: readonly string[];
  /** Seconds. */
  readonly maxAge: number;
}

export type Mounted =
  | { kind: 'file'; file: string }
  | { kind: 'folder'; entries: readonly Entry[] };

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

const extensions = z.array(z.string().regex(/^\.[A-Za-z0-9.]+$/, 'must be endings such as .txt'));
const mountSchema = z.strictObject({
  path: z.string().regex(/^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\/$/, 'must begin and end with a slash, such as /proceedings/'),
  folder: z.string().min(1).optional(),
  redirect: z.string().regex(/^https?:\/\/[^/?#\s]+\/(?:[^?#\s]*\/)?$/, 'must be an address that ends in a slash').optional(),
  listing: z.boolean().default(false),
  extensions: extensions.default([]),
  attachment: extensions.default([]),
  maxAge: z.number().int().min(0).max(31_536_000).default(3_600),
}).refine(({ folder, redirect }) => (folder === undefined) !== (redirect === undefined), 'must have either folder or redirect');

/**
 * The mounts that `file` lists, the longest path first; none without the file. Folders are relative to that of `file`.
 * @throws Refusal that says what is wrong with it
 */
export function readMounts(file: string): readonly Mount[] {
  if (!fs.existsSync(file)) return [];
  const result = z.array(mountSchema).safeParse(parseJson(file));
  if (!result.success) throw new Refusal(`${file} does not say what is mounted: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}.`);
  const mounts = result.data.map(({ path: where, folder, redirect, ...rest }) => ({
    ...rest, path: where.slice(0, -1), folder: folder === undefined ? null : path.resolve(path.dirname(file), folder), redirect: redirect ?? null,
  }));
  const missing = mounts.find(({ folder }) => folder !== null && !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory());
  if (missing) throw new Refusal(`${file} mounts ${missing.folder} at ${missing.path}/, and there is no such folder.`);
  return mounts.sort((one, other) => other.path.length - one.path.length);
}

/** The mount that an address belongs to, and what follows the mount's path: '' for the tree's own address. */
export function findMount(mounts: readonly Mount[], address: string): { mount: Mount; rest: string } | undefined {
  const mount = mounts.find(({ path: prefix }) => address === prefix || address.startsWith(`${prefix}/`));
  return mount && { mount, rest: address.slice(mount.path.length + 1) };
}

/** Whether a mounted tree has something at this address. */
export async function isMounted(mounts: readonly Mount[], address: string): Promise<boolean> {
  const found = findMount(mounts, address);
  if (!found) return false;
  return found.mount.folder === null || (await locate(found.mount, found.rest)) !== undefined;
}

/**
 * The file or folder of a mounted folder. Undefined for what is not there, for names that begin with a dot, and for links
 * that lead out of the folder: it may be anybody's tree.
 */
export async function locate(mount: Mount, rest: string): Promise<Mounted | undefined> {
  const root = await realpath(mount.folder!);
  for (const extension of rest === '' ? [] : ['', ...mount.extensions]) {
    const file = await findInside(root, rest + extension);
    if (file && (await stat(file)).isFile()) return { kind: 'file', file };
  }
  const folder = await findInside(root, rest);
  return folder && (await stat(folder)).isDirectory() ? showFolder(root, folder, mount.listing) : undefined;
}

async function showFolder(root: string, folder: string, listing: boolean): Promise<Mounted | undefined> {
  const index = await findInside(root, path.relative(root, path.join(folder, 'index.html')));
  if (index && (await stat(index)).isFile()) return { kind: 'file', file: index };
  if (!listing) return undefined;
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()));
  return { kind: 'folder', entries: entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })).sort(inOrder) };
}

/** The real path, links followed, if it stays inside and nothing on the way is hidden. */
async function findInside(root: string, rest: string): Promise<string | undefined> {
  if (rest.includes('\0') || rest.split('/').some((part) => part.startsWith('.'))) return undefined;
  const real = await realpath(path.join(root, rest)).catch(undefinedIfMissing);
  if (real === undefined || real === root) return real;
  const inside = path.relative(root, real);
  return inside.split(path.sep).some((part) => part.startsWith('.')) || path.isAbsolute(inside) ? undefined : real;
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (!['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES'].includes(error.code ?? '')) throw error;
}

function inOrder(one: Entry, other: Entry): number {
  return Number(other.isFolder) - Number(one.isFolder) || one.name.localeCompare(other.name, 'en', { numeric: true });
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${(error as Error).message}`);
  }
}
