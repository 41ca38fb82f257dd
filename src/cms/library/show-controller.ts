import type { RequestHandler } from 'express';
import { parseParams } from '../../platform/http/strict-input';
import { fileParams } from './forms';
import type { MediaSection } from './section';

/** GET /admin/images, /admin/documents: the library, or its trash. */
export function indexFiles(section: MediaSection): RequestHandler {
  return (req, res) => section.show(req, res, { open: null, report: null });
}

/** GET …/:id: the library with the pane of one file, for whom may see it. */
export function showFile(section: MediaSection): RequestHandler {
  return async (req, res) => {
    const { id } = parseParams(req, fileParams);
    await section.show(req, res, { open: { id, refused: null }, report: null });
  };
}
