import type { RequestHandler } from 'express';
import { may } from '../../accounts/permissions';
import { NotFound } from '../../platform/http/errors';
import { parseQuery } from '../../platform/http/strict-input';
import { pageTarget } from '../pages/on-page';
import { chooserView } from './chooser';
import type { ExplorerDeps } from './deps';
import { chooserQuery } from './forms';
import { listPagesById } from './list-queries';

/** GET /admin/pages/chooser?for=42&below=7: the chooser by itself, for a script that puts it into its page. */
export function showChooser(deps: ExplorerDeps): RequestHandler {
  return async (req, res) => {
    const { for: ids, below, copying, q, after, before } = parseQuery(req, chooserQuery);
    const siteId = res.locals.site.id;
    const reader = { user: req.user!, now: deps.now() };
    const pages = (await listPagesById(deps.db, ids)).filter((page) => page.siteId === siteId && may(req.user, 'view', pageTarget(page)));
    const level = below ?? pages[0]?.parentId ?? pages[0]?.id;
    const kept = [{ name: 'for', value: ids.join(' ') }, ...(copying ? [{ name: 'copying', value: '1' }] : [])];
    const view = pages.length === 0 || level === undefined ? undefined : await chooserView(deps, reader, {
      siteId, pages, copying, query: { below: level, q, after, before }, action: '/admin/pages/chooser', kept, form: 'place-form',
    });
    if (!view) throw new NotFound('There is no such page.');
    res.type('html').send(deps.templates.render('admin/explorer/_chooser', view));
  };
}
