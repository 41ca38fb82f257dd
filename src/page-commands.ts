import fs from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Deps } from './build-deps';
import { ACCESS } from './cms/access/access';
import { parsePath } from './cms/addresses/path';
import { urlOf } from './cms/pages/page';
import { findPageByPath, getPage, type PageRow } from './cms/pages/queries';
import { listTrashedByPath } from './cms/pages/tree-queries';
import { move } from './cms/workflow/move';
import type { Placed } from './cms/workflow/place';
import { rename } from './cms/workflow/rename';
import { restrict } from './cms/workflow/restrict';
import { restore } from './cms/workflow/restore';
import { trash } from './cms/workflow/trash';
import { unpublish } from './cms/workflow/unpublish';
import { SYSTEM } from './platform/history/record';
import { HttpError } from './platform/http/errors';
import { Refusal } from './platform/refusal';

interface PageCommand {
  usage: string;
  does: string;
  /** How many words it needs, the page included. */
  words: number;
  run(deps: Deps, page: PageRow, words: readonly string[], options: Options): Promise<string>;
}

type Options = Partial<Record<'below' | 'position' | 'reason' | 'password-file', string | boolean>>;

const OPTIONS: NonNullable<ParseArgsConfig['options']> = { below: { type: 'boolean' }, position: { type: 'string' }, reason: { type: 'string' }, 'password-file': { type: 'string' } };

const COMMANDS: Readonly<Record<string, PageCommand>> = {
  move: {
    usage: 'move <page> <new parent> [--position <number>]',
    does: 'with all below it; after the last child, unless told otherwise',
    words: 2,
    async run(deps, page, [, parent = ''], { position }) {
      const to = await findPage(deps, parent);
      return sayPlaced(page, await move(deps, SYSTEM, { pageId: page.id, parentId: to.id, position: position === undefined ? null : wholeNumber(position) }));
    },
  },
  rename: {
    usage: 'rename <page> <slug>',
    does: 'the last part of its address, at once',
    words: 2,
    run: async (deps, page, [, slug = '']) => sayPlaced(page, await rename(deps, SYSTEM, { pageId: page.id, slug })),
  },
  unpublish: {
    usage: 'unpublish <page> [--below] [--reason <sentence>]',
    does: 'take it off the site; --below: and everything below it',
    words: 1,
    async run(deps, page, _, options) {
      const ids = await unpublish(deps, SYSTEM, { pageId: page.id, reason: reasonOf(options), below: options.below === true });
      return `${urlOf(page.path)} is off the site: ${pages(ids.length)}.`;
    },
  },
  restrict: {
    usage: 'restrict <page> public|signed-in|password [--password-file <file>]',
    does: 'who may read it and everything below it; the shared password is the first line of the file',
    words: 2,
    async run(deps, page, [, access = ''], { 'password-file': file }) {
      const known = ACCESS.find((one) => one === access);
      if (!known) throw new Refusal(`Readers are: ${ACCESS.join(', ')}.`);
      const password = typeof file === 'string' ? fs.readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? null : null;
      const ids = await restrict(deps, SYSTEM, { pageId: page.id, access: known, password });
      return `${urlOf(page.path)} and what is below it: ${pages(ids.length)}, for ${known === 'public' ? 'everybody' : `readers by ${known}`}.`;
    },
  },
  trash: {
    usage: 'trash <page> [--reason <sentence>]',
    does: 'with all below it',
    words: 1,
    async run(deps, page, _, options) {
      const ids = await trash(deps, SYSTEM, { pageId: page.id, reason: reasonOf(options) });
      return `${urlOf(page.path)} is in the trash, with ${pages(ids.length)} that visitors could see. Back with: page restore ${page.id}`;
    },
  },
  restore: {
    usage: 'restore <page>',
    does: 'from the trash, with all that went there with it',
    words: 1,
    async run(deps, page) {
      const ids = await restore(deps, SYSTEM, { pageId: page.id });
      return `${urlOf(page.path)} is back: ${pages(ids.length)}.`;
    },
  },
};

/**
 * `npm run cli page move /about/people/ /groups/` and the like. A page is said by its address in the default site, or by its
 * number. Gives what to print. @throws Refusal in words for the operator
 */
export async function runPageCommand(deps: Deps, [name = '', ...args]: readonly string[]): Promise<string> {
  const command = COMMANDS[name];
  if (!command) throw new Refusal(`${name ? `There is no command page ${name}.\n` : ''}${pageHelp()}`);
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
    if (positionals.length !== command.words) throw new Refusal(`It is written: npm run cli page ${command.usage}`);
    await deps.sites.load();
    const page = name === 'restore' ? await findTrashed(deps, positionals[0]!) : await findPage(deps, positionals[0]!);
    return await command.run(deps, page, positionals, values);
  } catch (error) {
    throw inWords(error);
  }
}

/** What the actions refuse, and options that nobody knows, are the operator's to put right; the rest is a fault of ours. */
function inWords(error: unknown): unknown {
  const theirs = error instanceof HttpError ? error.status < 500 : (error as { code?: unknown }).code?.toString().startsWith('ERR_PARSE_ARGS');
  return theirs ? new Refusal((error as Error).message) : error;
}

async function findPage(deps: Deps, said: string): Promise<PageRow> {
  if (/^\d+$/.test(said)) return getPage(deps.db, Number(said));
  const page = await findPageByPath(deps.db, defaultSite(deps), parsePath(said).path);
  if (!page) throw new Refusal(`There is no page ${said}: write its address, such as /about/people/, or its number.`);
  return page;
}

/** Several pages in the trash may have had one address, one after the other. */
async function findTrashed(deps: Deps, said: string): Promise<PageRow> {
  if (/^\d+$/.test(said)) return getPage(deps.db, Number(said));
  const [page, ...others] = await listTrashedByPath(deps.db, defaultSite(deps), parsePath(said).path);
  if (!page) throw new Refusal(`There is no page ${said} in the trash.`);
  if (others.length === 0) return page;
  const choices = [page, ...others].map(({ id, title, trashedAt }) => `  ${id}  ${title}, since ${trashedAt?.toISOString() ?? 'a page above it went there'}\n`);
  throw new Refusal(`Several pages in the trash had this address; say which by its number:\n${choices.join('')}`);
}

function defaultSite(deps: Deps): number {
  const site = deps.sites.default();
  if (!site) throw new Refusal('There is no site yet: npm run cli seed');
  return site.id;
}

function sayPlaced(page: PageRow, { path, pageIds }: Placed): string {
  return path === page.path ? `${urlOf(path)} has its new position.` : `${urlOf(page.path)} is now ${urlOf(path)}: ${pages(pageIds.length)}, and what was public leads there.`;
}

function reasonOf({ reason }: Options): string {
  return typeof reason === 'string' ? reason : 'The page that was here was taken off the site.';
}

function wholeNumber(text: string | boolean): number {
  if (!/^\d+$/.test(String(text))) throw new Refusal('A position is a whole number from 0 on.');
  return Number(text);
}

function pages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

function pageHelp(): string {
  const width = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length));
  return `npm run cli page …\n${Object.values(COMMANDS).map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}\n`).join('')}`;
}
