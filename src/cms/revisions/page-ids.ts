import type { Db } from '../../platform/db/connect';
import { HttpError } from '../../platform/http/errors';
import { parsePath } from '../addresses/path';
import { mapContentReferences } from '../content';
import type { AnyPageType } from '../page-type';
import { mapCommonReferences } from '../pages/common-fields';
import { listPagesByPath } from '../pages/place-queries';
import type { PageText } from './page-text';

/**
 * `page:/about/#mission`, which is what HTML, Markdown and some blocks begin with, becomes `page:42#mission` when it is saved: so the
 * link follows the page. What has no page stays as it is and prints as plain text. At most one query, and none for texts without.
 */
export async function withPageIds(db: Db, siteId: number, type: AnyPageType, text: PageText): Promise<PageText> {
  const paths = new Map<string, string>();
  mapReferences(type, text, (uri) => {
    const path = uri.startsWith('page:/') ? pathOf(uri) : undefined;
    if (path !== undefined) paths.set(uri, path);
    return uri;
  });
  if (paths.size === 0) return text;
  const ids = new Map((await listPagesByPath(db, siteId, [...new Set(paths.values())])).map(({ path, id }) => [path, id]));
  return mapReferences(type, text, (uri) => {
    const id = ids.get(paths.get(uri) ?? '');
    return id === undefined ? uri : `page:${id}${uri.includes('#') ? uri.slice(uri.indexOf('#')) : ''}`;
  });
}

function mapReferences(type: AnyPageType, text: PageText, change: (uri: string) => string): PageText {
  return { ...text, common: mapCommonReferences(text.common, change), content: mapContentReferences(type.fields, text.content, change) };
}

function pathOf(uri: string): string | undefined {
  try {
    return parsePath(uri.slice('page:'.length).split(/[?#]/, 1)[0]!).path;
  } catch (error) {
    if (error instanceof HttpError) return undefined;
    throw error;
  }
}
