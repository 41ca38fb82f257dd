import type { Block } from '../../../src/cms/block-type';
import { NO_COMMON_FIELDS } from '../../../src/cms/pages/page';
import { getRevision } from '../../../src/cms/revisions/queries';
import { findWorkingCopy } from '../../../src/cms/revisions/working-copies';
import { discardWorkingCopy, keepWorkingCopy } from '../../../src/cms/workflow/keep-working-copy';
import { saveRevision, type Draft, type Saved } from '../../../src/cms/workflow/save-revision';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPerson, historyOf, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { addPage } from '../../support/site';
import { paragraph } from '../merge/texts';

let site: PeopleSite;
let [ada, bea] = [0, 0];
beforeAll(async () => {
  site = await openPeopleSite();
  ada = await addPerson(site, 'ada@example.org', 'editors');
  bea = await addPerson(site, 'bea@example.org', 'editors');
});
afterAll(() => site.close());

let [pageId, base] = [0, 0];
let count = 0;
beforeEach(async () => {
  pageId = await addPage(site, { path: `/page-${count += 1}`, content: content(paragraph('one', 'One'), paragraph('two', 'Two')), published: false });
  base = (await site.deps.db('pages').where('id', pageId).first('draftRevisionId')).draftRevisionId;
});

function content(...keyInfo: Block[]): Record<string, unknown> {
  return { ...structuredClone(site.deps.registry.pageTypes.get('standard')!.example), keyInfo };
}

const draftOf = (blocks: Block[], more: Partial<Draft> = {}): Draft => ({
  pageId, base, title: `Page page-${count}`, slug: `page-${count}`, common: NO_COMMON_FIELDS, content: content(...blocks), note: null, ...more,
});
const actor = (userId: number) => ({ ...SYSTEM, userId });
const save = (userId: number, blocks: Block[], more: Partial<Draft> = {}): Promise<Saved> => saveRevision(site.deps, actor(userId), draftOf(blocks, more));
const blocksNow = async (): Promise<Block[]> => {
  const { draftRevisionId } = await site.deps.db('pages').where('id', pageId).first('draftRevisionId');
  return ((await getRevision(site.deps.db, pageId, draftRevisionId)).content as { keyInfo: Block[] }).keyInfo;
};
const keep = (userId: number, blocks: Block[], number = 0): Promise<number> => keepWorkingCopy(site.deps, userId, { pageId, base, number, text: { ...draftOf(blocks), content: content(...blocks) } });
const copyOf = (userId: number) => findWorkingCopy(site.deps.db, pageId, userId);
const revisions = async (): Promise<number> => Number((await site.deps.db('revisions').where({ pageId }).count('id as count'))[0]!['count']);

describe('saving', () => {
  test('a link to a page by its address, as HTML and pasted text have it, becomes one to the page; one that leads nowhere stays', async () => {
    const target = await addPage(site, { path: `/target-${count}` });
    const linked = (uri: string): Block => {
      const block = paragraph('one', 'One');
      (block.value as { text: { content: { content: object[] }[] } }).text.content[0]!.content = [{ type: 'text', text: 'One', marks: [{ type: 'link', attrs: { ref: uri } }] }];
      return block;
    };
    await save(ada, [linked(`page:/target-${count}/#there`)]);
    expect(await blocksNow()).toEqual([linked(`page:${target}#there`)]);
    const { draftRevisionId } = await site.deps.db('pages').where('id', pageId).first('draftRevisionId');
    await save(ada, [linked('page:/nowhere/')], { base: draftRevisionId });
    expect(await blocksNow()).toEqual([linked('page:/nowhere/')]);
  });

  test('a save from the current draft is the new draft, and the working copy goes', async () => {
    const number = await keep(ada, [paragraph('one', 'Kept')]);
    const saved = await save(ada, [paragraph('one', 'New')], { note: 'Why', number });
    expect([saved.outcome, await blocksNow(), await copyOf(ada)]).toEqual(['saved', [paragraph('one', 'New')], undefined]);
    expect(await getRevision(site.deps.db, pageId, saved.revisionId)).toMatchObject({ note: 'Why', createdBy: ada });
  });

  test('what two people did to different blocks is merged, and the revision says with whom', async () => {
    const first = await save(bea, [paragraph('one', 'Bea'), paragraph('two', 'Two')]);
    const second = await save(ada, [paragraph('one', 'One'), paragraph('two', 'Ada')]);
    expect(second).toEqual({ revisionId: expect.any(Number), outcome: 'merged', mergedWith: { revisionId: first.revisionId, by: 'Name of bea@example.org' } });
    expect(await blocksNow()).toEqual([paragraph('one', 'Bea'), paragraph('two', 'Ada')]);
    expect((await getRevision(site.deps.db, pageId, second.revisionId)).note).toBe(`Merged with revision ${first.revisionId} by Name of bea@example.org`);
  });

  test('texts that clash are refused, nothing changes, and what was sent is kept', async () => {
    await save(bea, [paragraph('one', 'Bea'), paragraph('two', 'Two')]);
    await expect(save(ada, [paragraph('one', 'Ada'), paragraph('two', 'Two')])).rejects.toMatchObject({ status: 409, pageId });
    expect(await blocksNow()).toEqual([paragraph('one', 'Bea'), paragraph('two', 'Two')]);
    expect(await copyOf(ada)).toMatchObject({ baseRevisionId: base, content: { keyInfo: [paragraph('one', 'Ada'), paragraph('two', 'Two')] } });
    expect(await copyOf(bea)).toBeUndefined();
  });

  test('the draft as it is makes no revision and no history', async () => {
    const saved = await save(ada, [paragraph('one', 'One'), paragraph('two', 'Two')]);
    expect([saved, await revisions()]).toEqual([{ revisionId: base, outcome: 'unchanged', mergedWith: null }, 1]);
  });

  test('somebody who changed nothing takes nothing back', async () => {
    const { revisionId } = await save(bea, [paragraph('one', 'Bea')]);
    expect(await save(ada, [paragraph('one', 'One'), paragraph('two', 'Two')])).toMatchObject({ revisionId, outcome: 'unchanged' });
  });

  test('a double click is one revision', async () => {
    const [one, other] = await Promise.all([save(ada, [paragraph('one', 'Twice')]), save(ada, [paragraph('one', 'Twice')])]);
    expect([one.revisionId, await revisions()]).toEqual([other.revisionId, 2]);
  });

  test('a save that comes again after somebody went on from it is neither a revision nor a clash', async () => {
    const { revisionId } = await save(ada, [paragraph('one', 'Ada'), paragraph('two', 'Two')]);
    await save(bea, [paragraph('one', 'Ada, then Bea'), paragraph('two', 'Two')], { base: revisionId });
    expect(await save(ada, [paragraph('one', 'Ada'), paragraph('two', 'Two')])).toEqual({ revisionId, outcome: 'repeated', mergedWith: null });
    expect(await blocksNow()).toEqual([paragraph('one', 'Ada, then Bea'), paragraph('two', 'Two')]);
    expect(await copyOf(ada)).toBeUndefined();
  });

  test('also one that was merged when it came first', async () => {
    await save(bea, [paragraph('one', 'Bea'), paragraph('two', 'Two')]);
    const { revisionId } = await save(ada, [paragraph('one', 'One'), paragraph('two', 'Ada')]);
    await save(bea, [paragraph('one', 'Bea'), paragraph('two', 'Bea too')], { base: revisionId });
    expect(await save(ada, [paragraph('one', 'One'), paragraph('two', 'Ada')])).toMatchObject({ revisionId, outcome: 'repeated' });
  });

  test('a locked page refuses, and keeps what was sent', async () => {
    await site.deps.db('pages').where('id', pageId).update({ lockedAt: new Date(), lockedBy: bea });
    await expect(save(ada, [paragraph('one', 'Late')])).rejects.toMatchObject({ status: 409, message: 'This page is locked: unlock it first.' });
    expect(await copyOf(ada)).toMatchObject({ content: { keyInfo: [paragraph('one', 'Late')] } });
    expect(await revisions()).toBe(1);
  });

  test('another window’s working copy stays after a save, and stands in history after a refusal', async () => {
    const number = await keep(ada, [paragraph('one', 'Second window')]);
    await save(ada, [paragraph('one', 'First window')], { number: number - 1 });
    expect(await copyOf(ada)).toMatchObject({ number, content: { keyInfo: [paragraph('one', 'Second window')] } });

    await expect(save(ada, [paragraph('one', 'Third window')], { number: number - 1 })).rejects.toMatchObject({ status: 409 });
    expect(await copyOf(ada)).toMatchObject({ number: number + 1, content: { keyInfo: [paragraph('one', 'Third window')] } });
    const beside = await site.deps.db('revisions').where({ pageId }).orderBy('id', 'desc').first();
    expect(beside).toMatchObject({ note: 'Kept from another window, not part of the page', createdBy: ada, content: { keyInfo: [paragraph('one', 'Second window')] } });
    expect(await blocksNow()).toEqual([paragraph('one', 'First window')]);
  });

  test('a text of another shape is refused with every problem by its field', async () => {
    const wrong = { ...draftOf([]), title: 'x'.repeat(300), content: { ...content(), keyInfo: [{ id: 'a', type: 'paragraph', value: {} }] } };
    const { problems } = await saveRevision(site.deps, actor(ada), wrong).catch((error: unknown) => error as { problems: { field: string }[] }) as { problems: { field: string }[] };
    expect(problems.map(({ field }) => field)).toEqual(['title', 'content.keyInfo.0.value.text']);
  });

  test('history says what each save started from', async () => {
    const { revisionId } = await save(ada, [paragraph('one', 'New')]);
    expect((await historyOf(site, 'page.saved')).at(-1)).toMatchObject({ objectId: String(pageId), actorId: ada, detail: { base } });
    expect(revisionId).toBeGreaterThan(base);
  });
});

describe('keeping', () => {
  test('it counts up, changes nothing else, and leaves no history', async () => {
    const before = await site.deps.db('history').count('id as count').first();
    const first = await keep(ada, [paragraph('one', '1')]);
    expect(await keep(ada, [paragraph('one', '2')], first)).toBe(first + 1);
    expect(await copyOf(ada)).toMatchObject({ number: first + 1, content: { keyInfo: [paragraph('one', '2')] } });
    expect([await revisions(), await site.deps.db('history').count('id as count').first()]).toEqual([1, before]);
  });

  test('each person has their own', async () => {
    await Promise.all([keep(ada, [paragraph('one', 'Ada')]), keep(bea, [paragraph('one', 'Bea')])]);
    expect([await copyOf(ada), await copyOf(bea)]).toMatchObject([{ content: { keyInfo: [paragraph('one', 'Ada')] } }, { content: { keyInfo: [paragraph('one', 'Bea')] } }]);
  });

  test('a tab with an older number is told the newest, and overwrites nothing', async () => {
    const first = await keep(ada, [paragraph('one', '1')]);
    const second = await keep(ada, [paragraph('one', '2')], first);
    for (const number of [0, first]) await expect(keep(ada, [paragraph('one', 'older')], number)).rejects.toMatchObject({ status: 409, newest: second });
    expect(await copyOf(ada)).toMatchObject({ number: second, content: { keyInfo: [paragraph('one', '2')] } });
  });

  test('the same text again, after a lost answer, is no conflict', async () => {
    const first = await keep(ada, [paragraph('one', '1')]);
    expect(await keep(ada, [paragraph('one', '1')], 0)).toBe(first);
  });

  test('of two tabs that keep at once one wins and the other is told', async () => {
    const results = await Promise.allSettled([keep(ada, [paragraph('one', 'A')]), keep(ada, [paragraph('one', 'B')])]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('after a save the number of before is worth nothing, also when another copy has begun', async () => {
    const number = await keep(ada, [paragraph('one', '1')]);
    const { revisionId } = await save(ada, [paragraph('one', '1')]);
    await expect(keep(ada, [paragraph('one', 'older')], number)).rejects.toMatchObject({ status: 409, newest: 0 });
    base = revisionId;
    await keep(ada, [paragraph('one', 'newer')]);
    base = revisionId - 1;
    await expect(keep(ada, [paragraph('one', 'older')], number)).rejects.toMatchObject({ status: 409 });
  });

  test('a locked page, a page in the trash and a revision of another page are refused', async () => {
    base -= 1; // of the page before
    await expect(keep(ada, [])).rejects.toMatchObject({ status: 404 });
    base += 1;
    await site.deps.db('pages').where('id', pageId).update({ lockedAt: new Date() });
    await expect(keep(ada, [])).rejects.toMatchObject({ status: 409 });
    await site.deps.db('pages').where('id', pageId).update({ lockedAt: null, trashedAt: new Date() });
    await expect(keep(ada, [])).rejects.toMatchObject({ status: 409 });
  });

  test('what somebody gives up is gone, once', async () => {
    await keep(ada, [paragraph('one', '1')]);
    expect([await discardWorkingCopy(site.deps.db, ada, pageId), await discardWorkingCopy(site.deps.db, ada, pageId)]).toEqual([true, false]);
  });
});
