import type { RequestHandler } from 'express';
import { parseBody } from '../../platform/http/strict-input';
import { changing } from '../library/change-controller';
import { withoutWas } from '../library/forms';
import { formIn } from '../library/request';
import type { MediaSection } from '../library/section';
import { changeDocument } from './change-document';
import { changeForm } from './forms';
import { restoreDocument } from './trash-document';

/** PATCH /admin/documents/:id */
export function updateDocument(section: MediaSection): RequestHandler {
  return changing(section, 'changed', async (id, req, _res, actor) => {
    const { version, restore, collection: collectionId, ...said } = withoutWas(parseBody(req, changeForm));
    if (restore) await restoreDocument(section.deps, actor, { id, version });
    return changeDocument(section.deps, actor, { id, version: restore ? version + 1 : version, edit: { ...said, collectionId }, form: formIn(req, section.fields) });
  });
}
