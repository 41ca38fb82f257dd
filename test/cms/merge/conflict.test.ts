import { findWorkingCopy } from '../../../src/cms/revisions/working-copies';
import { saveRevision } from '../../../src/cms/workflow/save-revision';
import { NO_COMMON_FIELDS } from '../../../src/cms/pages/page';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { paragraph } from './texts';
import { blocksOf, twoTexts, wordsOf, type TwoTexts } from './two-texts';

let site: PeopleSite;
let [ada, bea] = [0, 0];
let agent: Agent;
beforeAll(async () => {
  site = await openPeopleSite();
  ada = await addPerson(site, 'ada@example.org', 'editors');
  bea = await addPerson(site, 'bea@example.org', 'editors');
  agent = await signedIn(site, 'ada@example.org');
}, 60_000);
afterAll(() => site.close());

let texts: TwoTexts;
let url = '';
let count = 0;
beforeEach(async () => {
  texts = await twoTexts(site, `/statuses-${count += 1}`, { mine: ada, theirs: bea });
  url = `/admin/pages/${texts.pageId}/conflict`;
});

const TEXT = 'choice.content.keyInfo.text.text.~0';
const BOX = 'choice.content.keyInfo.box.title';
const copy = () => findWorkingCopy(site.deps.db, texts.pageId, ada);
const settle = async (fields: Record<string, string>) => send(agent, 'POST', url, { theirs: String(texts.theirs), number: String((await copy())!.number), act: 'save', ...fields });

test('the screen shows who, both texts with what differs, and what was merged', async () => {
  const { text, status } = await agent.get(url);
  expect(status).toBe(200);
  expect(text).toMatch(/Name of bea@example\.org saved revision \d+ at \d\d:\d\d UTC, while you were writing\./);
  expect(text).toContain('For 2 places both of you wrote something else');
  expect([...text.matchAll(/<h2 id="clash-\d">([^<]*)</g)].map(([, title]) => title)).toEqual(['Text below “From proposal to standard”', 'Title of the box']);
  expect(text).toContain('<ins>Sometimes it</ins> may be raised');
  expect([...text.matchAll(/<\/svg><span>([^<]*)<\/span><span class="soft">([^<]*)</g)].map(([, title, reason]) => [title, reason])).toEqual([
    ['Description', 'Name’s; you did not touch it'], ['Table below “From proposal to standard”', 'your changes and Name’s, both kept'],
  ]);
});

test('what was chosen is saved with what fitted together, and the working copy goes', async () => {
  const answer = await settle({ [TEXT]: 'mine', [BOX]: 'theirs' });
  expect([answer.status, answer.headers.location]).toEqual([303, `/admin/pages/${texts.pageId}/edit?done=merged`]);
  const blocks = await blocksOf(site, texts.pageId);
  expect([wordsOf(blocks, 'text'), blocks.find(({ id }) => id === 'box')!.value['title']]).toEqual(['A specification enters as a Proposed Standard. Sometimes it may be raised.', 'Status is not a grade']);
  expect([wordsOf(blocks, 'grid'), blocks.find(({ id }) => id === 'grid')!.value['caption']]).toEqual(['Status | Count | Historic | 326', 'New caption']);
  expect(await copy()).toBeUndefined();
  expect((await agent.get(url)).headers.location).toBe(`/admin/pages/${texts.pageId}/edit`);
});

test('what somebody gave up for the other’s text stays in history', async () => {
  await settle({ [TEXT]: 'theirs', [BOX]: 'theirs' });
  const { note, content, createdBy } = await site.deps.db('revisions').where({ pageId: texts.pageId }).orderBy('id', 'desc').first();
  expect([note, createdBy, wordsOf(content.keyInfo, 'text')]).toEqual(['Given up for the text of somebody else, not part of the page', ada, 'A specification enters as a Proposed Standard. Sometimes it may be raised.']);
});

test('both, one after the other', async () => {
  await settle({ [TEXT]: 'both', [BOX]: 'both' });
  const blocks = await blocksOf(site, texts.pageId);
  expect(wordsOf(blocks, 'text').split(' | ')).toHaveLength(2);
  expect(blocks.find(({ id }) => id === 'box')!.value['title']).toBe('Status is not quality Status is not a grade');
});

test('until everything is chosen nothing is saved, and what was chosen is still chosen', async () => {
  const { status, text } = await settle({ [BOX]: 'theirs' });
  expect([status, text.includes('Choose a text for every place first.'), text.includes('1 of 2 chosen, “Text below “From proposal to standard”” is open')]).toEqual([422, true, true]);
  expect(text).toContain(`name="${BOX}" value="theirs" checked`);
  expect(await copy()).toBeDefined();
});

test('“keep all of mine” keeps mine where both wrote, and theirs where only they did', async () => {
  await settle({ act: 'mine' });
  const blocks = await blocksOf(site, texts.pageId);
  expect([blocks.find(({ id }) => id === 'box')!.value['title'], blocks.find(({ id }) => id === 'grid')!.value['caption']]).toEqual(['Status is not quality', 'New caption']);
});

test('my text as a page of its own: a draft beside this one, which stays as it was saved', async () => {
  const answer = await settle({ act: 'copy' });
  expect(answer.status).toBe(303);
  const id = Number(/\d+/.exec(answer.headers.location!)![0]);
  expect(await site.deps.db('pages').where({ id }).first()).toMatchObject({ title: 'RFC statuses (my copy)', liveRevisionId: null, ownerId: ada, slug: `statuses-${count}-copy` });
  expect(wordsOf(await blocksOf(site, id), 'text')).toContain('Sometimes');
  expect(wordsOf(await blocksOf(site, texts.pageId), 'text')).toContain('After wide use');
  expect(await copy()).toBeUndefined();
});

test('a page that moved on while somebody was choosing shows the screen again, with the choices', async () => {
  const { draftRevisionId } = await site.deps.db('pages').where('id', texts.pageId).first('draftRevisionId');
  const content = { ...structuredClone(site.deps.registry.pageTypes.get('standard')!.example), keyInfo: [paragraph('text', 'Quite another text.')] };
  await saveRevision(site.deps, { ...SYSTEM, userId: bea }, { pageId: texts.pageId, base: draftRevisionId, title: 'RFC statuses', slug: `statuses-${count}`, common: NO_COMMON_FIELDS, content, note: null });
  const { status, text } = await settle({ [TEXT]: 'mine', [BOX]: 'mine' });
  expect([status, text.includes('The texts changed while you were choosing'), text.includes(`name="${TEXT}" value="mine" checked`)]).toEqual([409, true, true]);
  expect(wordsOf(await blocksOf(site, texts.pageId), 'text')).toBe('Quite another text.');
});

test('a second click finds nothing left to do', async () => {
  const fields = { theirs: String(texts.theirs), number: String((await copy())!.number), [TEXT]: 'mine', [BOX]: 'mine' };
  const answers = await Promise.all([send(agent, 'POST', url, fields), send(agent, 'POST', url, fields)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const notes = await site.deps.db('revisions').where({ pageId: texts.pageId }).pluck('note');
  expect(notes.filter((note: string | null) => note?.includes('by hand'))).toHaveLength(1);
});

test('of others’ working copies nobody sees anything, and without the right there is no screen', async () => {
  expect((await (await signedIn(site, 'bea@example.org')).get(url)).headers.location).toBe(`/admin/pages/${texts.pageId}/edit`);
  await addPerson(site, `viewer-${count}@example.org`, 'viewers');
  expect((await (await signedIn(site, `viewer-${count}@example.org`)).get(url)).status).toBe(403);
});

test('choices that nobody offers are refused', async () => {
  expect((await settle({ [TEXT]: 'neither', [BOX]: 'mine' })).status).toBe(422);
  expect((await settle({ other: 'x' })).status).toBe(400);
});
