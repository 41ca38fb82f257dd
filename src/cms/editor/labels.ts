import { pagesFor, type Holder } from '../../accounts/permissions';
import type { Db } from '../../platform/db/connect';
import { listContentReferences } from '../content';
import { libraryPicture, type LibraryPicture } from '../media/library-picture';
import { imageFactsOf } from '../media/picture';
import { listSeenImages } from '../media/seen-queries';
import { commonReferences } from '../pages/common-fields';
import { hiddenNames } from '../pages/hidden-names';
import type { AnyPageType } from '../page-type';
import type { ReferenceTarget } from '../reference-kind';
import type { Registry } from '../registry';
import { resolveReferences, targetOf } from '../references/resolve';
import type { PageText } from '../revisions/page-text';

/** What references in a text are called, and what the library has of the images among them, by URI: a form shows names, not URIs. */
export interface Labels {
  readonly names: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, LibraryPicture>;
}

interface For {
  readonly user: Holder | undefined;
  readonly gateId: number | null;
  /** The page, whose own files are shown although its readers do not see it yet; null: it is not made yet. */
  readonly pageId: number | null;
}

/** Also of pages and images that readers do not see but the person does. At most four queries. */
export async function labelsOf(
  { db, registry, now }: { db: Db; registry: Registry; now: () => Date }, type: AnyPageType, text: PageText, { user, gateId, pageId }: For,
): Promise<Labels> {
  const uris = [...new Set([...listContentReferences(type.fields, text.content), ...commonReferences(text.common)])];
  const targets = await resolveReferences(db, registry.referenceKinds, uris, now(), gateId, pageId);
  const found = uris.flatMap((uri) => {
    const target = targetOf(targets, registry.referenceKinds, uri);
    return target ? [{ uri, target }] : [];
  });
  const names = new Map(found.map(({ uri, target }) => [uri, nameOf(target)]));
  const missing = uris.filter((uri) => !names.has(uri));
  const hidden = await hiddenNames(db, user, missing);
  const images = await listSeenImages(db, { visible: pagesFor(user, 'view'), now: now() }, missing);
  for (const [uri, { title }] of images) hidden.set(uri, title);
  return {
    names: new Map([...names, ...hidden]),
    pictures: new Map([...found.flatMap(({ uri, target }) => picturesIn(uri, target)), ...[...images].map(([uri, facts]) => [uri, libraryPicture(facts)] as const)]),
  };
}

/** For the form: JSON by URI. */
export function printedLabels({ names, pictures }: Labels): { labels: string; pictures: string } {
  return { labels: JSON.stringify(Object.fromEntries(names)), pictures: JSON.stringify(Object.fromEntries(pictures)) };
}

function nameOf({ label, title }: ReferenceTarget): string {
  return title === null ? label : `${label}: ${title}`;
}

function picturesIn(uri: string, { data }: ReferenceTarget): [string, LibraryPicture][] {
  const facts = imageFactsOf(data);
  return facts ? [[uri, libraryPicture(facts)]] : [];
}
