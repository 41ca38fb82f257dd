import type { RequestHandler } from 'express';
import { sendLibrary, type LibraryDeps } from './show-controller';

/** GET /admin/images: the library, or its trash. */
export function indexImages(deps: LibraryDeps): RequestHandler {
  return (req, res) => sendLibrary(deps, req, res);
}
