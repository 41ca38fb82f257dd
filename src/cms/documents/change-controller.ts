import type { RequestHandler } from 'express';
import { parseBody } from '../../platform/http/strict-input';
import { changing } from '../library/change-controller';
import { withoutWas } from '../library/forms';
import { formIn } from '../library/request';
import type { MediaSection } from '../library/section';
import { changeDocument } from './change-document';
import { changeForm } from './forms';

/** PATCH /admin/documents/:id */
export function updateDocument(section: MediaSection): RequestHandler {
  return changing(section, 'changed', async (id, req, _res, actor) => {
    const { version, restore, collection: collectionId, ...said } = withoutWas(parseBody(req, changeForm));
    return changeDocument(section.deps, actor, { id, version, restore: restore === '1', edit: { ...said, collectionId }, form: formIn(req, section.fields) });
  });
}
