import request from 'supertest';
import { contentSchema, contentTexts, parseContent } from '../../../src/cms/content';
import { defaultsOf } from '../../../src/cms/forms/form';
import { checkForm, formOf, type FormContent } from '../../../src/cms/forms/form-fields';
import { formPage } from '../../../src/site/contact/form.page';
import { openEmptySite } from '../../support/site';
import { addForm, question } from './a-form';

const content = (more: Partial<FormContent>) => ({ ...formPage.example, ...more }) as unknown as FormContent;
const problems = (more: Partial<FormContent>) => checkForm(content(more)).map(({ field }) => field);

test('every address of the recipients is checked', () => {
  const parse = (toAddress: string) => parseContent(contentSchema(formPage.fields), content({ toAddress }));
  expect(formOf(parse('a@example.org, b@example.org ,') as unknown as FormContent).recipients).toEqual(['a@example.org', 'b@example.org']);
  expect(() => parse('a@example.org, b')).toThrow('not an e-mail address');
  expect(() => parse('a@example.org\nBcc: b@example.org')).toThrow('not an e-mail address');
});

test('a type that offers choices needs some, and what is filled in from the start is one of them', () => {
  expect(problems({ fields: [question('radio', { choices: ' \n ' })] })).toEqual(['fields.0.choices']);
  expect(problems({ fields: [question('single-line'), question('drop-down', { defaultValue: 'pink' })] })).toEqual(['fields.1.defaultValue']);
  expect(problems({ fields: [question('checkboxes', { defaultValue: 'red\nblue' }), question('radio', { defaultValue: 'red' })] })).toEqual([]);
});

test('what is filled in from the start has to be an answer', () => {
  expect(problems({ fields: [question('number', { defaultValue: 'some' }), question('date', { defaultValue: '2026-02-30' })] })).toEqual(['fields.0.defaultValue', 'fields.1.defaultValue']);
  expect(problems({ fields: [question('url', { defaultValue: '{url}' }), question('checkbox', { defaultValue: 'yes' })] })).toEqual([]);
});

test('the page that a reader came from is filled in as it is, wherever it is asked for', () => {
  const from = 'https://www.example.org/a/?q=$&$1$$';
  expect(defaultsOf(question('single-line', { defaultValue: 'At {url}, yes {url}' }), from)).toEqual([`At ${from}, yes ${from}`]);
  expect(defaultsOf(question('url', { defaultValue: '{url}' }), null)).toEqual([]);
});

test('addresses, names and values that the form works with are not said to readers: neither search nor other forms of the page have them', async () => {
  const site = await openEmptySite();
  try {
    await addForm(site, { questions: [question('single-line', { defaultValue: 'secretdefault' })], toAddress: 'desk@example.org', more: { fromAddress: 'sender@example.org', subject: 'Secret subject' } });
    const texts = contentTexts(formPage.fields, content({ toAddress: 'desk@example.org', subject: 'Secret subject' })).join(' ');
    expect(texts).not.toMatch(/desk@|Secret/);
    for (const url of ['/ask/index.json', '/ask/index.md']) {
      const { text } = await request(site.server).get(url).expect(200);
      expect(text).not.toMatch(/desk@|sender@|Secret|secretdefault|_csrf/);
    }
  } finally {
    await site.close();
  }
});
