import type { RequestHandler } from 'express';
import { pagesFor } from '../../accounts/permissions';
import { HttpError, Unprocessable } from '../../platform/http/errors';
import { parseBody, parseQuery } from '../../platform/http/strict-input';
import { HtmlTooLarge, MAX_BYTES } from '../../platform/html/limits';
import { mapRichTextReferences } from '../rich-text/references';
import { complete } from './complete';
import type { FinderDeps } from './deps';
import { pasteForm, referencesQuery } from './forms';
import { withPageReferences } from './own-addresses';
import { pastedBlocks, type PastedBlock } from './paste';

/** GET /admin/references: what somebody may mean, for choosers and completion. */
export function indexReferences(deps: FinderDeps): RequestHandler {
  return async (req, res) => {
    const { kind, q, limit, offset } = parseQuery(req, referencesQuery);
    const results = await complete(deps.db, deps.registry.referenceKinds, {
      kinds: kind.length === 0 ? null : kind, text: q, limit, offset, siteId: res.locals.site.id, now: deps.now(), visible: pagesFor(req.user, 'view'),
    });
    res.json({ results });
  };
}

/** POST /admin/paste: foreign HTML in the shape of blocks; nothing is stored. */
export function createPaste(deps: FinderDeps): RequestHandler {
  return async (req, res) => {
    const { html, size } = parseBody(req, pasteForm);
    if (Buffer.byteLength(html) > MAX_BYTES) throw new HttpError(413, 'This is more than can be pasted at once (500 KB).');
    const blocks = await withPageReferences(deps.db, res.locals.site, { visible: pagesFor(req.user, 'view'), now: deps.now() }, blocksOf(html, size), mapReferences);
    res.json({ blocks });
  };
}

function blocksOf(html: string, size: 'full' | 'small' | 'cell'): PastedBlock[] {
  try {
    return pastedBlocks(html, size);
  } catch (error) {
    if (error instanceof HtmlTooLarge) throw new Unprocessable([{ field: 'html', message: error.message }]);
    throw error;
  }
}

function mapReferences(blocks: PastedBlock[], change: (uri: string) => string): PastedBlock[] {
  return blocks.map((block): PastedBlock => {
    if (block.type === 'table') return { ...block, rows: block.rows.map((row) => row.map((cell) => mapRichTextReferences(cell, change))) };
    return { ...block, doc: mapRichTextReferences(block.doc, change) };
  });
}
