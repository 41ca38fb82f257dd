import type { Request, Response } from 'express';
import { may } from '../../accounts/permissions';
import { Unprocessable } from '../../platform/http/errors';
import type { CollectionsDeps } from './deps';
import type { CollectionRow } from './queries';

interface Who {
  readonly who: 'everybody' | 'page';
  readonly parent: string;
  readonly address: string;
}

/**
 * The page whose readers may have the files: the one that was chosen or typed, else the one that it was; null for everybody. One that they
 * may not see is none. @throws Unprocessable
 */
export async function chosenPage({ pages }: CollectionsDeps, req: Request, res: Response, { page }: CollectionRow, { who, parent, address }: Who): Promise<number | null> {
  if (who === 'everybody') return null;
  if (parent !== '' && address !== '' && parent !== address) refuse('One page is chosen and another typed: empty the field to take the chosen one.');
  const wanted = address || parent;
  if (wanted === '') return page?.id ?? refuse('Choose a page, or type its address.');
  const found = await pages.find(res.locals.site.id, wanted);
  return found && may(req.user, 'view', { page: found }) ? found.id : refuse('There is no page at this address.');
}

function refuse(message: string): never {
  throw new Unprocessable([{ field: 'address', message }]);
}
