import request from 'supertest';
import { rename } from '../../../src/cms/workflow/rename';
import { restrict } from '../../../src/cms/workflow/restrict';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage } from '../../support/site';
import { addForm, clockedSite, mailJobs, opened, question, send, submissions } from './a-form';

const forms = clockedSite();

test('a token is needed, one of ours and at most a month old: what somebody wrote for days is not lost', async () => {
  const pageId = await addForm(forms.site);
  const fields = await forms.filledIn({ 'single-line': 'Mara' });
  await send(forms.site, pageId, { ...fields, _csrf: '' }).expect(403);
  await send(forms.site, pageId, { ...fields, _csrf: fields._csrf.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }).expect(403);
  expect(await submissions(forms.site)).toEqual([]);
  forms.later(3 * 24 * 60 * 60);
  await send(forms.site, pageId, fields).expect(303);
  expect(await submissions(forms.site)).toHaveLength(1);
  forms.later(30 * 24 * 60 * 60);
  await send(forms.site, pageId, fields).expect(403);
});

test('a form of another site is refused', async () => {
  const pageId = await addForm(forms.site);
  await send(forms.site, pageId, await forms.filledIn({ 'single-line': 'Mara' })).set('Sec-Fetch-Site', 'same-site').expect(403);
  await send(forms.site, pageId, await forms.filledIn({ 'single-line': 'Mara' })).set('Sec-Fetch-Site', 'cross-site').expect(403);
});

test('programs are thanked and nothing is kept: those that fill in the trap, those that are too quick', async () => {
  const pageId = await addForm(forms.site);
  await send(forms.site, pageId, { ...await forms.filledIn({ 'single-line': 'Mara' }), _website: 'https://example.org' }).expect(303).expect('Location', '/ask/thanks/');

  const quick = { ...await opened(forms.site), 'single-line': 'Mara' };
  forms.later(1);
  await send(forms.site, pageId, quick).expect(303).expect('Location', '/ask/thanks/');
  await send(forms.site, pageId, { ...quick, _opened: 'made-up' }).expect(303);
  expect([await submissions(forms.site), await mailJobs(forms.site)]).toEqual([[], []]);

  forms.later(3);
  await send(forms.site, pageId, quick).expect(303);
  expect(await submissions(forms.site)).toHaveLength(1);
});

test('who mends a mistake may be quick: the time counts from the first look', async () => {
  const pageId = await addForm(forms.site);
  const fields = await forms.filledIn({ 'single-line': '' });
  const { text } = await send(forms.site, pageId, fields).expect(422);
  expect(text).toContain(`name="_opened" value="${fields._opened}"`);
  await send(forms.site, pageId, { ...fields, 'single-line': 'Mara' }).expect(303);
  expect(await submissions(forms.site)).toHaveLength(1);
});

test('the sixth submission of ten minutes is refused with the time to wait, and nothing typed is lost', async () => {
  const pageId = await addForm(forms.site);
  for (let count = 1; count <= 5; count += 1) await send(forms.site, pageId, await forms.filledIn({ 'single-line': `Number ${count}` })).expect(303);
  await send(forms.site, pageId, await forms.filledIn({ 'single-line': '' })).expect(422); // incomplete ones do not count

  const { headers, text } = await send(forms.site, pageId, await forms.filledIn({ 'single-line': 'Number 6' })).expect(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(500);
  expect(text).toContain('value="Number 6"');
  expect(text).toContain('in 10 minutes');
  expect(await submissions(forms.site)).toHaveLength(5);
});

test('what is too much is refused: together, and beyond what a form may send at all', async () => {
  const questions = Array.from({ length: 11 }, (_, index) => question('multi-line', { name: `text-${index}` }));
  const pageId = await addForm(forms.site, { questions });
  const texts = Object.fromEntries(questions.map(({ name }) => [name, 'x'.repeat(9_900)]));
  expect((await send(forms.site, pageId, await forms.filledIn(texts)).expect(422)).text).toContain('All answers together');
  await send(forms.site, pageId, await forms.filledIn({ 'text-0': 'x'.repeat(1_100_000) })).expect(413);
});

test('what is not text is refused', async () => {
  const pageId = await addForm(forms.site);
  const json = (body: object) => request(forms.site.server).post(`/forms/${pageId}`).set('Sec-Fetch-Site', 'same-origin').send(body);
  await json({ ...await forms.filledIn({}), 'single-line': { toString: 'x' } }).expect(400);
  await json({ ...await forms.filledIn({}), 'single-line': [1] }).expect(400);
  await request(forms.site.server).post(`/forms/${pageId}`).set('Sec-Fetch-Site', 'same-origin').type('text/plain').send('single-line=x').expect(415);
});

test('the address of a form leads to its page; other methods and other pages have none', async () => {
  const pageId = await addForm(forms.site);
  await request(forms.site.server).get(`/forms/${pageId}`).expect(301).expect('Location', '/ask/');
  await request(forms.site.server).put(`/forms/${pageId}`).set('Sec-Fetch-Site', 'same-origin').expect(403); // no token
  const plain = await addPage(forms.site, { path: '/plain' });
  for (const id of [plain, 999_999, 'x', '99999999999']) await request(forms.site.server).get(`/forms/${id}`).expect(404);
  await send(forms.site, plain, await forms.filledIn({ 'single-line': 'Mara' })).expect(404);
});

test('a form answers as its page does: moved, taken away, private, never public', async () => {
  const pageId = await addForm(forms.site);
  const fields = await forms.filledIn({ 'single-line': 'Mara' });
  await rename(forms.site.deps, SYSTEM, { pageId, slug: 'ask-us' });
  await request(forms.site.server).get(`/forms/${pageId}`).expect(301).expect('Location', '/ask-us/');
  await send(forms.site, pageId, fields).expect(303).expect('Location', '/ask-us/thanks/');

  await restrict(forms.site.deps, SYSTEM, { pageId, access: 'signed-in', password: null });
  await send(forms.site, pageId, fields).expect(303).expect('Location', /^\/sign-in/);
  await restrict(forms.site.deps, SYSTEM, { pageId, access: 'password', password: 'rough consensus' });
  const locked = await send(forms.site, pageId, fields).expect(403);
  expect([locked.text.includes('readers with the password'), locked.text.includes('Ask us')]).toEqual([true, false]);
  await restrict(forms.site.deps, SYSTEM, { pageId, access: 'public', password: null });
  await unpublish(forms.site.deps, SYSTEM, { pageId, reason: 'It was about a meeting of 1999.' });
  expect((await send(forms.site, pageId, fields).expect(410)).text).toContain('a meeting of 1999');

  const draft = await addPage(forms.site, { path: '/draft', type: 'form', published: false });
  await send(forms.site, draft, fields).expect(404);
  expect(await submissions(forms.site)).toHaveLength(1);
});
