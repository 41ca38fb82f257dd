import request from 'supertest';
import { addForm, clockedSite, historyOf, mailJobs, opened, question, send, submissions, TYPES } from './a-form';

const forms = clockedSite();

test('what is sent is kept with its questions, told to history, and mailed by a job; the reader is thanked', async () => {
  const pageId = await addForm(forms.site, { questions: [question('single-line', { label: 'Your name' }), question('checkbox', { label: 'I agree' })], more: { retentionDays: 10, subject: 'A question' } });
  const answer = await send(forms.site, pageId, await forms.filledIn({ 'single-line': 'Mara', checkbox: 'yes' })).expect(303);
  expect(answer.headers).toMatchObject({ location: '/ask/thanks/', 'cache-control': 'no-store' });

  const [row, ...others] = await submissions(forms.site);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    siteId: forms.site.siteId, pageId, pageTitle: 'Ask us', url: null, state: 'new', mailedAt: null,
    answers: [{ name: 'single-line', label: 'Your name', type: 'single-line', answer: 'Mara' }, { name: 'checkbox', label: 'I agree', type: 'checkbox', answer: true }],
    mail: { to: 'desk@example.org', from: null, replyTo: null, subject: 'A question' },
    createdAt: forms.site.deps.now(), deleteAfter: new Date(forms.site.deps.now().getTime() + 10 * 86_400_000),
  });
  expect(await mailJobs(forms.site)).toEqual([{ key: `mail-submission:${row!['id'] as number}` }]);
  expect(await historyOf(forms.site, 'form.submitted')).toMatchObject([{ objectType: 'form-submission', objectId: String(row!['id']), siteId: forms.site.siteId, detail: { pageId, title: 'Ask us' } }]);

  const { text } = await request(forms.site.server).get('/ask/thanks/').expect(200);
  expect(text).toContain('has arrived');
  expect(text).toContain('<meta name="robots" content="noindex">');
});

test('no reader gets a cookie, whatever becomes of the form', async () => {
  const pageId = await addForm(forms.site);
  const fields = await forms.filledIn({ 'single-line': 'Mara' });
  const answers = [await request(forms.site.server).get('/ask/'), await send(forms.site, pageId, { ...fields, 'single-line': '' }), await send(forms.site, pageId, fields), await request(forms.site.server).get('/ask/thanks/')];
  expect(answers.map(({ status, headers }) => [status, headers['set-cookie']])).toEqual([[200, undefined], [422, undefined], [303, undefined], [200, undefined]]);
});

test('every reader has a token of their own: no cache keeps the page', async () => {
  await addForm(forms.site);
  const first = await opened(forms.site);
  forms.later(1);
  expect((await opened(forms.site))._csrf).not.toBe(first._csrf);
  const { headers } = await request(forms.site.server).get('/ask/');
  expect(headers).toMatchObject({ 'cache-control': 'private, no-cache' });
  expect(headers.etag).toBeUndefined();
});

test('wrong answers come back with the page: what is wrong on top and beside, and all that was typed', async () => {
  const pageId = await addForm(forms.site, { questions: [question('single-line', { required: true, label: 'Your name', help: 'As you like it.' }), question('email', { label: 'E-mail' }), question('multi-line'), question('radio'), question('checkboxes')] });
  const { text, headers } = await send(forms.site, pageId, await forms.filledIn({ email: 'no address', 'multi-line': '\none\r\ntwo', radio: 'green', checkboxes: ['red', 'blue'] })).expect(422);

  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain('<h1>Ask us</h1>');
  expect(text).toMatch(/<section class="form-summary" aria-labelledby="form-summary-title" tabindex="-1" autofocus>/);
  expect(text).toContain('<li><a href="#question-single-line">Your name</a>: This cannot be empty.</li>');
  expect(text).toContain('<li><a href="#question-email">E-mail</a>: This is not an e-mail address.');
  expect(text).toContain('id="question-single-line-help"');
  expect(text).toMatch(/id="question-single-line"[^>]* required aria-invalid="true"[^>]* aria-describedby="question-single-line-help question-single-line-problem"/);
  expect(text).toContain('value="no address"');
  expect(text).toContain('>\n\none\ntwo</textarea>');
  expect(text).toMatch(/value="green" checked/);
  expect(text.match(/type="checkbox" value="(red|blue)" checked/g)).toHaveLength(2);
  expect(await submissions(forms.site)).toEqual([]);
});

test('all that is said and typed is text', async () => {
  const evil = '"><script>alert(1)</script>';
  const questions = TYPES.map((type) => question(type, { label: `${evil}${type}`, help: evil, required: true, ...(question(type).choices === '' ? {} : { choices: `${evil}\nother` }) }));
  const pageId = await addForm(forms.site, { questions, more: { fields: questions } });
  const { text } = await send(forms.site, pageId, await forms.filledIn(Object.fromEntries(TYPES.map((type) => [type, evil])))).expect(422);
  expect(text).not.toContain('<script>alert');
  expect(text).toContain('&lt;script&gt;alert(1)');
  await send(forms.site, pageId, { [evil]: 'x', ...await forms.filledIn({}) }).expect(422).expect((response) => { expect(response.text).not.toContain('<script>alert'); });
});

test('the same filling sent twice at once is one, two readers at once are two', async () => {
  const pageId = await addForm(forms.site);
  const [one, two] = [await forms.filledIn({ 'single-line': 'Mara' }), await forms.filledIn({ 'single-line': 'Jun' })];
  const answers = await Promise.all([one, one, two].map((fields) => send(forms.site, pageId, fields)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await submissions(forms.site)).toHaveLength(2);
  expect(await mailJobs(forms.site)).toHaveLength(2);
});

test('row, history and job are one: when the job cannot be left, nothing is', async () => {
  const pageId = await addForm(forms.site);
  await forms.site.deps.db.raw('alter function enqueue_job(text, json, text, integer) rename to enqueue_job_away');
  await send(forms.site, pageId, await forms.filledIn({ 'single-line': 'Mara' })).expect(500);
  expect([await submissions(forms.site), await historyOf(forms.site, 'form.submitted')]).toEqual([[], []]);

  await forms.site.deps.db.raw('alter function enqueue_job_away(text, json, text, integer) rename to enqueue_job');
  await send(forms.site, pageId, await forms.filledIn({ 'single-line': 'Mara' })).expect(303);
  expect(await submissions(forms.site)).toHaveLength(1);
});

test('without an address the answers are only kept', async () => {
  const pageId = await addForm(forms.site, { toAddress: '' });
  await send(forms.site, pageId, await forms.filledIn({ 'single-line': 'Mara' })).expect(303);
  expect(await submissions(forms.site)).toMatchObject([{ mail: null }]);
  expect(await mailJobs(forms.site)).toEqual([]);
});

test('a form without questions takes what is empty, and mails it', async () => {
  const pageId = await addForm(forms.site, { questions: [] });
  await send(forms.site, pageId, await forms.filledIn({})).expect(303);
  expect(await submissions(forms.site)).toMatchObject([{ answers: [] }]);
  expect(await mailJobs(forms.site)).toHaveLength(1);
});

test('a form that was changed meanwhile keeps what was typed and asks to look again', async () => {
  const pageId = await addForm(forms.site);
  const { text } = await send(forms.site, pageId, await forms.filledIn({ 'single-line': 'Mara', gone: 'x' })).expect(422);
  expect(text).toContain('changed while you filled it in');
  expect(text).toContain('value="Mara"');
});
