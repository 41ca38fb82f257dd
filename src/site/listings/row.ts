import { encodePath } from '../../cms/addresses/path';
import type { ListingRow } from '../../cms/listings/queries';
import { urlOf, type PageLink } from '../../cms/pages/page';
import type { PageTargetData } from '../../cms/pages/page-kind';
import type { Card } from '../../cms/pages/view-parts';
import type { Renderer } from '../../cms/references/renderer';
import type { NamedRow, NamedTerm } from './queries';

export function rowUrl({ path }: Pick<ListingRow, 'path'>): string {
  return urlOf(encodePath(path));
}

export function rowLink(row: ListingRow): PageLink {
  return { id: row.pageId, title: row.title, url: rowUrl(row) };
}

/** Authors, topics or hosts, in the order that the editor gave them. */
export function termsOf(row: NamedRow, kind: string): readonly NamedTerm[] {
  return row.terms.filter((term) => term.kind === kind);
}

export function cardOfRow(render: Renderer, row: ListingRow): Card {
  return { title: row.title, url: rowUrl(row), text: row.summary, picture: render.ownPicture(row.image, 'card') };
}

/** A card of a page that the content refers to; null when it is gone or not public. */
export function cardOfReference(render: Renderer, uri: string | null): Card | null {
  const target = uri === null ? undefined : render.resolve(uri);
  if (!target?.url) return null;

  const { summary, image } = target.data as PageTargetData;
  return { title: target.label, url: target.url, text: summary, picture: render.ownPicture(image, 'card') };
}
