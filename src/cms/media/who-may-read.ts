import type { Request, Response } from 'express';
import { may } from '../../accounts/permissions';
import type { Db } from '../../platform/db/connect';
import { NotFound } from '../../platform/http/errors';
import { closedGate, type Gate } from '../access/access';
import { findCollectionOfDocument, findPageOfCollection, type PageOfCollection } from '../collections/page-queries';
import { parseMediaKey } from './media-key';

/** Whether somebody may have a file. What is private is theirs and kept by nobody: `uploadedFiles.private`. */
export type FileAccess =
  | { readonly kind: 'public' | 'private' }
  /** `gate`: what they would have to pass; undefined when there is nothing that they could do about it. */
  | { readonly kind: 'closed'; readonly gate: Gate | undefined };

/**
 * The one decision about images and documents (security rule 23). `collectionId`: that of the file. Asked before anything else is
 * looked at, so that whoever may not have a file does not learn from validators, types or names what it is.
 */
export async function mayReadFile({ db, now }: { db: Db; now: () => Date }, req: Request, collectionId: number | null): Promise<FileAccess> {
  const page = collectionId === null ? undefined : await findPageOfCollection(db, collectionId, now());
  if (!page) return { kind: 'public' };
  if (isStaffFor(req, page)) return { kind: 'private' };
  if (!page.live) return { kind: 'closed', gate: undefined };
  const gate = closedGate(page, { user: req.user, unlocked: req.session?.unlocked });
  return gate ? { kind: 'closed', gate } : { kind: 'private' };
}

/** Who sees the page before its readers do, and who looks after the library. */
function isStaffFor({ user }: Request, page: PageOfCollection): boolean {
  return may(user, 'manage', { area: 'media' }) || may(user, 'view', { page });
}

/** The gate of a document at an address such as `/documents/7/minutes.pdf`, for those who have come from there to open it. */
export async function gateOfDocument(deps: { db: Db; now: () => Date }, req: Request, path: string): Promise<Gate | undefined> {
  const id = parseMediaKey(/^\/documents\/([^/]+)/.exec(path)?.[1] ?? '');
  const document = id === undefined ? undefined : await findCollectionOfDocument(deps.db, Number(id));
  const access = document && await mayReadFile(deps, req, document.collectionId);
  return access?.kind === 'closed' ? access.gate : undefined;
}

/**
 * The answer for what is not there and for what somebody may not have: one, and kept by nobody, or else those who sign in later would get
 * it from their browser. @throws NotFound
 */
export function notThere(res: Response): never {
  res.locals.isPrivate = true;
  throw new NotFound();
}
