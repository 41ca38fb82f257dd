import type { Db } from '../../platform/db/connect';
import { verifyPassword } from '../passwords';
import { findCredentials, findCurrentUser } from '../queries';
import { normalEmail, type CurrentUser } from '../user';

/**
 * Whose address and password these are, or false. An unknown address, somebody deactivated and a wrong password take
 * the same steps, so that neither the answer nor its time tells which it was.
 */
export async function authenticate(db: Db, email: string, password: string): Promise<CurrentUser | false> {
  const known = await findCredentials(db, normalEmail(email));
  const matches = await verifyPassword(known?.active ? known.passwordHash : null, password);
  if (!known || !matches) return false;
  return await findCurrentUser(db, known.id) ?? false;
}
