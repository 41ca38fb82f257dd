import type { FirstAdministrator } from './accounts/first-administrator';
import { checkLinks, type LinkReport } from './check-links';
import { createAdministrator } from './create-administrator';
import { CREATE_USER_USAGE, runCreateUser } from './create-user';
import { IMPORT_USAGE, runImportCommand } from './import-commands';
import { open } from './open';
import { isEmpty, migrateAll, prepareDatabase, seed } from './prepare-database';
import { DOCUMENTS_USAGE, runDocumentsCommand } from './document-commands';
import { MEDIA_USAGE, runMediaCommand } from './media-commands';
import { runPageCommand } from './page-commands';
import { Refusal } from './platform/refusal';
import { resetDatabase } from './reset-database';
import { closeAll, report, type Parts } from './shut-down';

interface Command {
  usage: string;
  does: string;
  run(parts: Parts, args: readonly string[]): Promise<string>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: {
    usage: 'migrate',
    does: 'bring the tables up to date',
    async run(parts) {
      const { database, deps } = await open(parts);
      await migrateAll(database, deps.log);
      return 'The tables are up to date.';
    },
  },
  seed: {
    usage: 'seed',
    does: 'load the demonstration into an empty database',
    async run(parts) {
      const { database, deps } = await open(parts);
      await migrateAll(database, deps.log);
      if (!(await isEmpty(deps))) return 'There is content already; nothing was changed.';
      await seed(deps);
      return deps.config.seed === 'demo' ? 'The demonstration is loaded.' : 'A site with nothing but a home page is made.';
    },
  },
  reset: {
    usage: 'reset',
    does: 'throw everything away and load the demonstration again (never in production)',
    async run(parts) {
      const { database, deps } = await open(parts);
      await resetDatabase(deps, database);
      const administrator = await prepareDatabase(deps, database);
      return `Everything is as after the first start. ${administrator ? sayHow(administrator) : ''}`;
    },
  },
  'create-admin': {
    usage: 'create-admin [mail address]',
    does: 'make an administrator, also when nobody knows a password any more',
    async run(parts, [email]) {
      const { config, database, deps } = await open(parts);
      await migrateAll(database, deps.log);
      return sayHow(await createAdministrator(deps, email ?? config.admin.email));
    },
  },
  'create-user': {
    usage: CREATE_USER_USAGE,
    does: 'give somebody an account: prints a link, good once and for seven days, unless a file holds the password',
    async run(parts, args) {
      const { database, deps } = await open(parts);
      await migrateAll(database, deps.log);
      return runCreateUser(deps, args);
    },
  },
  page: {
    usage: 'page …',
    does: 'move, rename, unpublish, trash or restore a page (npm run cli page says how)',
    async run(parts, args) {
      const { database, deps } = await open(parts);
      await migrateAll(database, deps.log);
      return runPageCommand(deps, args);
    },
  },
  import: {
    usage: IMPORT_USAGE,
    does: 'the RFC Editor\'s index of RFCs; exit code 3 when some entries cannot be read',
    async run(parts, args) {
      const { database, deps } = await open(parts);
      await migrateAll(database, deps.log);
      const { text, exitCode } = await runImportCommand(deps, args);
      process.exitCode = exitCode;
      return text;
    },
  },
  documents: {
    usage: DOCUMENTS_USAGE,
    does: 'read the text of documents that nobody has read yet, so that search finds it; exit code 3 when some cannot be read',
    async run(parts, args) {
      const { database, deps } = await open(parts);
      await migrateAll(database, deps.log);
      const { text, exitCode } = await runDocumentsCommand(deps, args);
      process.exitCode = exitCode;
      return text;
    },
  },
  media: {
    usage: MEDIA_USAGE,
    does: 'compare the file store with what names files; exit code 1 when something is wrong and was not mended',
    async run(parts, args) {
      const { deps } = await open(parts);
      const { text, exitCode } = await runMediaCommand(deps, args, (line) => process.stdout.write(`${line}\n`));
      process.exitCode = exitCode;
      return text;
    },
  },
  check: {
    usage: 'check links',
    does: 'follow every link and picture of the site; exit code 1 when one leads nowhere or is redirected',
    async run(parts, [what]) {
      if (what !== 'links') throw new Refusal('What can be checked is: links.');
      const { deps } = await open(parts);
      await deps.sites.load();
      return sayWhatIsBroken(await checkLinks(deps));
    },
  },
};

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined) {
    process.stdout.write(help());
    return;
  }
  const parts: Parts = {};
  try {
    const command = COMMANDS[name];
    if (!command) throw new Refusal(`There is no command ${name}.\n${help()}`);
    process.stdout.write(`${await command.run(parts, args)}\n`);
  } catch (error) {
    report(error, parts);
    process.exitCode = 1;
  } finally {
    await closeAll(parts);
  }
}

function sayHow({ email, password }: FirstAdministrator): string {
  return `Sign in as ${email} with the password ${password ?? 'from ADMIN_PASSWORD'}${password === null ? '' : ' (shown only now)'}.`;
}

function sayWhatIsBroken({ addresses, broken }: LinkReport): string {
  if (broken.length === 0) return `${addresses} addresses, all well.`;
  process.exitCode = 1;
  return `${broken.map(({ page, link, problem }) => `${page} → ${link}: ${problem}`).join('\n')}\n${addresses} addresses, ${broken.length} links to mend.`;
}

function help(): string {
  const width = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length));
  const lines = Object.values(COMMANDS).map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}\n`);
  return `npm run cli <command>\n${lines.join('')}`;
}

void main(process.argv.slice(2));
