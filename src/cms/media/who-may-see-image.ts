import type { Request } from 'express';
import { may } from '../../accounts/permissions';
import type { Db } from '../../platform/db/connect';
import { Gone } from '../../platform/http/errors';
import type { ServedImage } from './serving-queries';
import type { SignedAddresses } from './signed-address';
import { mayReadFile } from './who-may-read';

/** `signed`: the address itself says so, in a preview. */
export type ImageAccess = 'public' | 'private' | 'signed';

/**
 * Whether somebody may have the files of an image. Undefined: for them it is not there; a picture asks for no password. What is everybody's
 * and not in the trash costs no query.
 * @throws Gone for what is in the trash, unless staff look at it there
 */
export async function accessToImage(
  deps: { db: Db; now: () => Date; signedAddresses: SignedAddresses }, req: Request, image: ServedImage,
): Promise<ImageAccess | undefined> {
  const signed = deps.signedAddresses.isValid(req.path, req.query['signed']);
  if (image.private && !signed && (await mayReadFile(deps, req, image.collectionId)).kind === 'closed') return undefined;
  if (image.trashedAt === null) return !image.private ? 'public' : signed ? 'signed' : 'private';
  if (!may(req.user, 'enter', { area: 'staff' })) throw new Gone('This picture was taken away.');
  return 'private';
}
