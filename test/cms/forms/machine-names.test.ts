import { withMachineNames } from '../../../src/cms/forms/machine-names';
import { savePage, openEmptySite, type TestSite } from '../../support/site';
import { addForm, question } from './a-form';

const names = (questions: { name: string; label: string }[]) => withMachineNames(questions).map(({ name }) => name);

test('a question is named after its first label', () => {
  expect(names([{ name: '', label: 'Your e-mail address' }, { name: '', label: 'Où?' }, { name: '', label: '姓名' }])).toEqual(['your-e-mail-address', 'ou', 'question']);
});

test('a name stays, whatever the label becomes, and nobody else gets it', () => {
  expect(names([{ name: '', label: 'Name' }, { name: 'name', label: 'Family name' }, { name: 'name', label: 'Name' }])).toEqual(['name-2', 'name', 'name-3']);
});

test('a name that no form of ours would give is given anew', () => {
  expect(names([{ name: '_csrf', label: 'Token' }, { name: 'A B', label: 'A B' }])).toEqual(['token', 'a-b']);
});

describe('in a saved page', () => {
  let site: TestSite;
  beforeAll(async () => { site = await openEmptySite(); });
  afterAll(() => site.close());

  test('names are given when it is saved, and kept when a label changes or a question moves', async () => {
    const pageId = await addForm(site, { questions: [question('single-line', { name: '', label: 'Your name' }), question('email', { name: '', label: 'Your name' })] });
    const stored = async () => (await site.deps.db('revisions').where({ pageId }).orderBy('id', 'desc').first<{ content: { fields: { name: string; label: string }[] } }>('content')).content;
    const first = await stored();
    expect(first.fields.map(({ name }) => name)).toEqual(['your-name', 'your-name-2']);

    const [one, two] = first.fields;
    await savePage(site, pageId, { slug: 'ask', title: 'Ask us', content: { ...first, fields: [two!, { ...one!, label: 'Full name' }] } });
    expect((await stored()).fields.map(({ name, label }) => [name, label])).toEqual([['your-name-2', 'Your name'], ['your-name', 'Full name']]);
  });
});
