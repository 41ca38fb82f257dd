import type { Db } from '../../platform/db/connect';
import { listContentReferences } from '../content';
import { imageFactsOf } from '../media/picture';
import { pictureOf } from '../media/renditions';
import { commonReferences } from '../pages/common-fields';
import type { AnyPageType } from '../page-type';
import type { ReferenceTarget } from '../reference-kind';
import type { Registry } from '../registry';
import { resolveReferences, targetOf } from '../references/resolve';
import { parseReference } from '../references/uri';
import type { PageText } from '../revisions/page-text';
import { listTitles } from './queries';

/** What references in a text are called, and small pictures of the images among them, by URI: a form shows names, not URIs. */
export interface Labels {
  readonly names: ReadonlyMap<string, string>;
  readonly thumbs: ReadonlyMap<string, string>;
}

/** Also of pages that readers do not see, since staff link drafts. At most three queries. */
export async function labelsOf(
  { db, registry, now }: { db: Db; registry: Registry; now: () => Date }, type: AnyPageType, text: PageText, gateId: number | null,
): Promise<Labels> {
  const uris = [...new Set([...listContentReferences(type.fields, text.content), ...commonReferences(text.common)])];
  const targets = await resolveReferences(db, registry.referenceKinds, uris, now(), gateId);
  const found = uris.flatMap((uri) => {
    const target = targetOf(targets, registry.referenceKinds, uri);
    return target ? [{ uri, target }] : [];
  });
  const names = new Map(found.map(({ uri, target }) => [uri, nameOf(target)]));
  for (const { uri, title } of await hiddenPages(db, uris.filter((uri) => !names.has(uri)))) names.set(uri, title);
  return { names, thumbs: new Map(found.flatMap(({ uri, target }) => thumbOf(uri, target))) };
}

function nameOf({ label, title }: ReferenceTarget): string {
  return title === null ? label : `${label}: ${title}`;
}

function thumbOf(uri: string, { data }: ReferenceTarget): [string, string][] {
  const facts = imageFactsOf(data);
  return facts ? [[uri, pictureOf(facts, { ref: uri, alt: null, decorative: true }, 'thumb').src]] : [];
}

async function hiddenPages(db: Db, uris: readonly string[]): Promise<{ uri: string; title: string }[]> {
  const hidden = uris.flatMap((uri) => {
    const reference = parseReference(uri);
    return reference?.kind === 'page' && /^[1-9]\d{0,8}$/.test(reference.key) ? [{ uri, id: Number(reference.key) }] : [];
  });
  if (hidden.length === 0) return [];
  const titles = new Map((await listTitles(db, hidden.map(({ id }) => id))).map(({ id, title }) => [id, title]));
  return hidden.flatMap(({ uri, id }) => (titles.has(id) ? [{ uri, title: titles.get(id)! }] : []));
}
