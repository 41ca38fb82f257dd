import type { Request, Response } from 'express';
import type { Actor } from '../platform/history/record';
import { plainAddress } from '../platform/http/network-key';

/** Who acts in this request, for history. */
export function actorOf(req: Request, res: Response): Actor {
  return { userId: req.user?.id ?? null, requestId: res.locals.requestId, remoteAddress: plainAddress(req.ip) };
}
