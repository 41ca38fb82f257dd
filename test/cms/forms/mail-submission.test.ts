import fs from 'node:fs';
import path from 'node:path';
import { createTasks } from '../../../src/tasks';
import { openEmptySite, type TestSite } from '../../support/site';
import { addForm, historyOf, opened, question, send, submissions } from './a-form';

let time = Date.UTC(2026, 10, 22, 12);
let site: TestSite;
beforeEach(async () => { site = await openEmptySite({ now: () => new Date(time) }); });
afterEach(() => site.close());

const QUESTIONS = [question('single-line', { label: 'Name' }), question('email'), question('multi-line', { label: 'Message' }), question('checkbox', { label: 'Agreed' }), question('checkboxes', { label: 'Colours' })];
const ANSWERS = { 'single-line': 'Mara Lindqvist', email: 'mara@example.net', 'multi-line': 'Dear all,\n\nhello.', checkboxes: ['red', 'blue'] };

async function submitted(more: Record<string, unknown> = {}): Promise<number> {
  const pageId = await addForm(site, { questions: QUESTIONS, toAddress: 'one@example.org, two@example.org', more });
  const hidden = await opened(site);
  time += 5_000;
  await send(site, pageId, { ...hidden, ...ANSWERS }).expect(303);
  return (await submissions(site)).at(-1)!['id'] as number;
}

const run = (task: string, payload: unknown = {}, deps = site.deps) => createTasks(deps)[task]!(payload);
const folder = () => path.join(site.deps.config.dataDir, 'mail');
const mails = () => (fs.existsSync(folder()) ? fs.readdirSync(folder()).map((file) => fs.readFileSync(path.join(folder(), file), 'utf8')) : []).filter((mail) => mail.includes('Mara Lindqvist'));
beforeEach(() => { fs.rmSync(folder(), { recursive: true, force: true }); });

test('a submission is mailed once, line by line, so that an answer goes to the reader', async () => {
  const submissionId = await submitted({ fromAddress: 'forms@example.org', subject: 'A letter' });
  await run('mail-submission', { submissionId });
  await run('mail-submission', { submissionId }); // a job may run twice

  const [mail, ...others] = mails();
  expect(others).toEqual([]);
  expect(mail).toMatch(/^To: one@example\.org, two@example\.org$/m);
  expect(mail).toMatch(/^From: forms@example\.org$/m);
  expect(mail).toMatch(/^Reply-To: mara@example\.net$/m);
  expect(mail).toMatch(/^Subject: A letter$/m);
  const text = mail!.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  expect(text).toContain('Name: Mara Lindqvist\n');
  expect(text).toContain('Message:\nDear all,\n\nhello.\n');
  expect(text).toContain('Agreed: no\n');
  expect(text).toContain('Colours: red, blue\n');
  expect(text).toContain('/ask/ on 22 Nov 2026');
  expect(await submissions(site)).toMatchObject([{ mailedAt: new Date(time) }]);
});

test('a mail server that is away makes the job fail, to be tried again; the reader never hears of it', async () => {
  const submissionId = await submitted();
  const away = { ...site.deps, mail: { send: () => Promise.reject(new Error('connection refused')) } };
  await expect(run('mail-submission', { submissionId }, away)).rejects.toThrow('connection refused');
  expect(await submissions(site)).toMatchObject([{ mailedAt: null }]);
  await run('mail-submission', { submissionId });
  expect(mails()).toHaveLength(1);
});

test('what was deleted meanwhile is not mailed', async () => {
  const submissionId = await submitted();
  await site.deps.db('formSubmissions').where({ id: submissionId }).del();
  await run('mail-submission', { submissionId });
  expect(mails()).toEqual([]);
});

test('submissions are deleted when their time is over, and history says how many', async () => {
  await submitted({ retentionDays: 30 });
  time += 30 * 86_400_000 - 1_000;
  await run('delete-old-submissions');
  expect(await submissions(site)).toHaveLength(1);
  time += 1_000;
  await run('delete-old-submissions');
  expect(await submissions(site)).toEqual([]);
  expect(await historyOf(site, 'form.submissions-expired')).toMatchObject([{ siteId: site.siteId, detail: { count: 1 } }]);
});
