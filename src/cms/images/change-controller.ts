import type { RequestHandler } from 'express';
import { parseBody } from '../../platform/http/strict-input';
import { changing } from '../library/change-controller';
import { withoutWas } from '../library/forms';
import { formIn } from '../library/request';
import type { MediaSection } from '../library/section';
import { changeImage } from './change-image';
import { changeForm } from './forms';

/** PATCH /admin/images/:id */
export function updateImage(section: MediaSection): RequestHandler {
  return changing(section, 'changed', async (id, req, _res, actor) => {
    const { version, restore, collection: collectionId, ...said } = withoutWas(parseBody(req, changeForm));
    return changeImage(section.deps, actor, { id, version, restore: restore === '1', edit: { ...said, collectionId }, form: formIn(req, section.fields) });
  });
}
