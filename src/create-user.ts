import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { updatePassword } from './accounts/account-queries';
import { listGroups, type Group } from './accounts/groups/queries';
import { insertInvited } from './accounts/invitations/invite';
import { invitationLink } from './accounts/invitations/mail-invitation';
import { weakness } from './accounts/password-rules';
import { hashPassword } from './accounts/passwords';
import { presetGroups } from './accounts/preset-groups';
import { findCredentials, insertGroupUnlessThere } from './accounts/queries';
import { normalEmail } from './accounts/user';
import type { Deps } from './build-deps';
import { SYSTEM } from './platform/history/record';
import { Refusal } from './platform/refusal';

export const CREATE_USER_USAGE = 'create-user <mail address> --name <name> [--group <group>]… [--password-file <file>]';

/**
 * An account from the command line, in the groups named by key or name. Gives what to print: a link with which its person
 * chooses a password, or that the password is the first line of the file. @throws Refusal in words for the operator
 */
export async function runCreateUser(deps: Deps, args: readonly string[]): Promise<string> {
  const { email, name, groups, passwordFile } = readArguments(args);
  const at = deps.now();
  const password = passwordFile === undefined ? null : firstLine(passwordFile);
  const weak = password === null ? null : weakness(password, { email, name });
  if (weak !== null) throw new Refusal(weak);
  const passwordHash = password === null ? null : await hashed(password);

  const id = await deps.db.transaction(async (trx) => {
    for (const group of presetGroups) await insertGroupUnlessThere(trx, group);
    if (await findCredentials(trx, email)) throw new Refusal(`${email} has an account already.`);
    const groupIds = idsOf(await listGroups(trx), groups);
    const made = await insertInvited(trx, at, SYSTEM, { email, name, groupIds });
    if (passwordHash !== null) await updatePassword(trx, made, passwordHash);
    return made;
  });
  if (passwordHash !== null) return `${email} signs in with the password from the file.`;
  return `${email} chooses a password here, once and within seven days:\n${await invitationLink(deps, at, id)}`;
}

function readArguments(args: readonly string[]): { email: string; name: string; groups: readonly string[]; passwordFile: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args], allowPositionals: true, strict: true,
      options: { name: { type: 'string' }, group: { type: 'string', multiple: true }, 'password-file': { type: 'string' } },
    });
    const [email = '', ...rest] = positionals;
    if (!/^[^\s@]+@[^\s@]+$/.test(email) || rest.length > 0 || !values.name?.trim()) throw new Refusal(`It is written: npm run cli ${CREATE_USER_USAGE}`);
    return { email: normalEmail(email), name: values.name.trim(), groups: values.group ?? [], passwordFile: values['password-file'] };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal((error as Error).message);
  }
}

function idsOf(known: readonly Group[], asked: readonly string[]): number[] {
  return asked.map((word) => {
    const group = known.find(({ key, name }) => key === word || name.toLowerCase() === word.toLowerCase());
    if (!group) throw new Refusal(`There is no group ${word}. Groups are: ${known.map(({ name }) => name).join(', ')}.`);
    return group.id;
  });
}

function firstLine(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch {
    throw new Refusal(`${file} cannot be read.`);
  }
}

async function hashed(password: string): Promise<string> {
  try {
    return await hashPassword(password);
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}
