import type { Db } from '../../platform/db/connect';
import { contentTexts, listContentReferences } from '../content';
import type { ContentOf, Fields } from '../field';
import { replaceListing } from '../listings/queries';
import { commonReferences } from '../pages/common-fields';
import type { PageRow } from '../pages/queries';
import { replacePageReferences } from '../references/queries';
import { parseReference, type Reference } from '../references/uri';
import { getPageType, type Registry } from '../registry';
import type { Revision } from '../revisions/queries';
import { headingsOf } from '../search/headings';
import { writeSearchDocument } from '../search/write-document';

type Content = ContentOf<Fields>;

/** Rule 3: everything public that follows from a revision becoming the live one, in the transaction of the publication. */
export async function deriveRows(trx: Db, registry: Registry, page: PageRow, revision: Revision, content: Content): Promise<void> {
  const { fields, listing } = getPageType(registry, page.type);
  const facts = listing(content);
  const summary = revision.common.description ?? facts.introduction;

  const uris = [...commonReferences(revision.common), ...listContentReferences(fields, content)];
  await replacePageReferences(trx, page.id, uris.map(parseReference).filter((reference): reference is Reference => reference !== undefined));
  await replaceListing(trx, page, {
    ...facts,
    title: revision.title,
    summary,
    image: revision.common.feedImage ?? revision.common.socialImage ?? facts.image,
    date: facts.date === null ? page.firstPublishedAt! : new Date(facts.date),
    status: revision.common.status,
  });
  await writeSearchDocument(trx, registry, { page, revision, facts, summary, headings: headingsOf(content), body: contentTexts(fields, content).join('\n') });
}
