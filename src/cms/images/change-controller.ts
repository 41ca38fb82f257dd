import type { RequestHandler } from 'express';
import { parseBody } from '../../platform/http/strict-input';
import { changing } from '../library/change-controller';
import { withoutWas } from '../library/forms';
import { formIn } from '../library/request';
import type { MediaSection } from '../library/section';
import { changeImage } from './change-image';
import { changeForm } from './forms';
import { restoreImage } from './trash-image';

/** PATCH /admin/images/:id */
export function updateImage(section: MediaSection): RequestHandler {
  return changing(section, 'changed', async (id, req, _res, actor) => {
    const { version, restore, collection: collectionId, ...said } = withoutWas(parseBody(req, changeForm));
    if (restore) await restoreImage(section.deps, actor, { id, version });
    return changeImage(section.deps, actor, { id, version: restore ? version + 1 : version, edit: { ...said, collectionId }, form: formIn(req, section.fields) });
  });
}
