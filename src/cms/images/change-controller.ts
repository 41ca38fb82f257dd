import type { RequestHandler } from 'express';
import { parseBody } from '../../platform/http/strict-input';
import { changing } from '../library/change-controller';
import type { MediaSection } from '../library/section';
import { changeImage } from './change-image';
import { changeForm } from './forms';

/** PATCH /admin/images/:id */
export function updateImage(section: MediaSection): RequestHandler {
  return changing(section, 'changed', async (id, req, _res, actor) => {
    const { version, collection: collectionId, ...said } = parseBody(req, changeForm);
    await changeImage(section.deps, actor, { id, version, edit: { ...said, collectionId } });
  });
}
