import type { RequestHandler } from 'express';
import { parseBody } from '../../platform/http/strict-input';
import { changing } from '../library/change-controller';
import type { MediaSection } from '../library/section';
import { changeDocument } from './change-document';
import { changeForm } from './forms';

/** PATCH /admin/documents/:id */
export function updateDocument(section: MediaSection): RequestHandler {
  return changing(section, 'changed', async (id, req, _res, actor) => {
    const { version, collection: collectionId, ...said } = parseBody(req, changeForm);
    await changeDocument(section.deps, actor, { id, version, edit: { ...said, collectionId } });
  });
}
