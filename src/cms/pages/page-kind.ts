import { z } from 'zod';
import type { ReferenceKind } from '../reference-kind';
import { encodePath } from '../addresses/path';
import { urlOf } from './page';
import { pageCompletion } from './page-completion';

const data = z.object({ title: z.string(), path: z.string(), summary: z.string().nullable(), image: z.unknown(), imageAlt: z.string().nullable() });

/** What a page target carries for cards: its teaser and its picture (facts, or null). */
export interface PageTargetData {
  readonly summary: string | null;
  readonly image: unknown;
  readonly imageAlt: string | null;
}

/** `page:42#mission`: only pages that a visitor may see resolve. */
export const pageKind: ReferenceKind = {
  kind: 'page',
  label: 'Page',
  inline: 'link',
  bibliographic: false,
  parseKey: (key) => (/^[1-9]\d{0,9}$/.test(key) && Number(key) <= 2147483647 ? key : undefined),
  select: {
    sql: `select 'page' as kind, p.id::text as key, jsonb_build_object(
        'title', p.title, 'path', p.path, 'summary', l.summary, 'image', open_image_facts(i, ?, ?::int, ?::int), 'imageAlt', l.image_alt) as data
      from pages p left join listings l on l.page_id = p.id left join images i on i.id = l.image_id
      where p.id = any(?::int[]) and is_visible_within(p, ?, ?::int)`,
    bindings: (keys, now, gateId, previewed = null) => [now, gateId, previewed, keys, now, gateId],
  },
  complete: pageCompletion,
  target(key, row) {
    const { title, path, ...rest } = data.parse(row);
    const more: PageTargetData = rest;
    return { kind: 'page', key, label: title, title: null, url: urlOf(encodePath(path)), detail: rest.summary, data: more, inner: [] };
  },
};
