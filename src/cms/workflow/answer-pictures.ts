import { record, type Actor } from '../../platform/history/record';
import type { ImageValue } from '../fields/image';
import type { CommonFields } from '../pages/page';
import { updatePage, lockPage } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import { getRevision, insertRevision } from '../revisions/queries';
import type { Change } from '../sites/change';
import { contentOf } from './needed';

export interface PictureAnswer {
  readonly path: readonly string[];
  readonly alt: string | null;
  readonly decorative: boolean;
}

/**
 * What was said about pictures in the dialog, as a revision of its own on top of the one that was shown: the page's new draft. Gives its id.
 * The caller publishes it in the same transaction and has checked that nobody saved meanwhile.
 */
export async function answerPictures({ trx, at, registry }: Pick<Change, 'trx' | 'at'> & { registry: Registry }, actor: Actor, given: { pageId: number; revisionId: number; answers: readonly PictureAnswer[] }): Promise<number> {
  const page = await lockPage(trx, given.pageId);
  const revision = await getRevision(trx, page.id, given.revisionId);
  const said: unknown = { content: contentOf({ registry }, { page, revision }), common: revision.common };
  const { content, common } = given.answers.reduce((before, answer) => withAnswer(before, answer.path, answer), said) as { content: unknown; common: CommonFields };
  const { title, slug } = revision;
  const revisionId = await insertRevision(trx, {
    pageId: page.id, title, slug, common, content, contentVersion: getPageType(registry, page.type).version, note: 'Pictures described', createdBy: actor.userId, createdAt: at,
  });
  await updatePage(trx, page, at, { draftRevisionId: revisionId });
  await record(trx, at, actor, { action: 'page.saved', objectType: 'page', objectId: String(page.id), siteId: page.siteId, revisionBefore: revision.id, revisionAfter: revisionId });
  return revisionId;
}

/** A copy of the content with the answer in its place. */
function withAnswer(content: unknown, [name, ...rest]: readonly string[], answer: PictureAnswer): unknown {
  if (name === undefined) return { ...(content as ImageValue), alt: answer.alt, decorative: answer.decorative };
  if (Array.isArray(content)) return content.map((item: unknown, index) => (String(index) === name ? withAnswer(item, rest, answer) : item));
  const values = content as Readonly<Record<string, unknown>>;
  return { ...values, [name]: withAnswer(values[name], rest, answer) };
}
