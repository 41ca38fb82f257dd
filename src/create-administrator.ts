import { ensureFirstAdministrator } from './accounts/first-administrator';
import type { Deps } from './build-deps';

/** For the command line: the sentence that it answers with. */
export async function createAdministrator(deps: Deps, email: string): Promise<string> {
  const made = await ensureFirstAdministrator(deps, { email, password: deps.config.admin.password });
  if (!made) return 'There is an administrator already; accounts are made at /admin/users.';
  if (made.password === null) return `${made.email} is an administrator, with the password from ADMIN_PASSWORD.`;
  return `${made.email} is an administrator; the password is ${made.password} (shown only now).`;
}
