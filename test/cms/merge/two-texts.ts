import type { Block } from '../../../src/cms/block-type';
import { NO_COMMON_FIELDS } from '../../../src/cms/pages/page';
import { getRevision } from '../../../src/cms/revisions/queries';
import { saveRevision, type Draft } from '../../../src/cms/workflow/save-revision';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, type TestSite } from '../../support/site';
import { paragraph, table } from './texts';

const box = (title: string): Block => ({ id: 'box', type: 'callout', value: { kind: 'note', title, text: paragraph('x', 'Every standard is an RFC.').value['text'] } });
const heading: Block = { id: 'head', type: 'heading', value: { level: 2, text: 'From proposal to standard', anchor: 'from' } };
const base: readonly Block[] = [heading, paragraph('text', 'A specification enters as a Proposed Standard. It may be raised.'), table('grid', 'Old caption', ['Status', 'Count']), box('Status says little')];

export interface TwoTexts {
  readonly pageId: number;
  /** Revisions. */
  readonly base: number;
  readonly theirs: number;
}

/** A page that two people changed: two places clash, the caption and the new row of the table fit together. The second save was refused. */
export async function twoTexts(site: TestSite, path: string, { mine, theirs }: { mine: number; theirs: number }): Promise<TwoTexts> {
  const slug = path.slice(path.lastIndexOf('/') + 1);
  const content = (...keyInfo: Block[]): Record<string, unknown> => ({ ...structuredClone(site.deps.registry.pageTypes.get('standard')!.example), keyInfo });
  const pageId = await addPage(site, { path, title: 'RFC statuses', content: content(...base) });
  const { draftRevisionId } = await site.deps.db('pages').where('id', pageId).first('draftRevisionId');
  const save = (userId: number, blocks: Block[], more: Partial<Draft> = {}) => saveRevision(site.deps, { ...SYSTEM, userId }, {
    pageId, base: draftRevisionId, title: 'RFC statuses', slug, common: NO_COMMON_FIELDS, content: content(...blocks), note: null, ...more,
  });
  const theirBlocks = [heading, paragraph('text', 'A specification enters as a Proposed Standard. After wide use it can be raised.'), table('grid', 'New caption', ['Status', 'Count']), box('Status is not a grade')];
  const { revisionId } = await save(theirs, theirBlocks, { common: { ...NO_COMMON_FIELDS, description: 'What the words mean.' } });
  const myBlocks = [heading, paragraph('text', 'A specification enters as a Proposed Standard. Sometimes it may be raised.'), table('grid', 'Old caption', ['Status', 'Count'], ['Historic', '326']), box('Status is not quality')];
  await save(mine, myBlocks).catch(() => undefined);
  return { pageId, base: draftRevisionId, theirs: revisionId };
}

/** The blocks of the page's draft. */
export async function blocksOf({ deps }: TestSite, pageId: number): Promise<Block[]> {
  const { draftRevisionId } = await deps.db('pages').where('id', pageId).first('draftRevisionId');
  return ((await getRevision(deps.db, pageId, draftRevisionId)).content as { keyInfo: Block[] }).keyInfo;
}

export const wordsOf = (blocks: readonly Block[], id: string): string => [...JSON.stringify(blocks.find((block) => block.id === id)).matchAll(/"text":"([^"]*)"/g)].map(([, words]) => words).join(' | ');
