import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

export interface BodyTimes {
  /** Milliseconds within which a body has to arrive. */
  readonly usual: number;
  /** The same for files, as long as somebody reads them. */
  readonly uploads: number;
}

/**
 * Cut off bodies that trickle (security rule 46). Node has one limit for all requests, and that must be the one of uploads.
 * `isUpload` is asked of the request line and headers alone; a stranger who gets an answer before the body was read has the usual time.
 * `cut` answers 408, if it still can, and lets the connection go.
 */
export function limitBodies(handler: RequestListener, times: BodyTimes, isUpload: (req: IncomingMessage) => boolean, cut: (req: IncomingMessage, res: ServerResponse) => void): RequestListener {
  return (req, res) => {
    if (hasBody(req)) watch(req, res, times, isUpload(req), cut);
    handler(req, res);
  };
}

function watch(req: IncomingMessage, res: ServerResponse, { usual, uploads }: BodyTimes, upload: boolean, cut: (req: IncomingMessage, res: ServerResponse) => void): void {
  const tooSlow = (): void => {
    if (!req.complete && !req.destroyed) cut(req, res);
  };
  let timer = setTimeout(() => {
    if (upload && !res.writableEnded) timer = setTimeout(tooSlow, uploads - usual);
    else tooSlow();
  }, usual);
  const stop = (): void => clearTimeout(timer);
  req.once('end', stop).once('close', () => { if (req.complete) stop(); });
  req.socket.once('close', stop);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
