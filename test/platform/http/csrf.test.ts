import request from 'supertest';
import { addUser, openAccountsApp, signIn, tokenIn, type AccountsApp } from '../../accounts/accounts-app';

let site: AccountsApp;
let agent: ReturnType<typeof request.agent>;
let token: string;
beforeAll(async () => {
  site = await openAccountsApp();
  await addUser(site, 'maren@example.org', 'editors');
  agent = request.agent(site.app);
  await signIn(agent, 'maren@example.org');
  token = tokenIn((await agent.get('/sign-out')).text);
});
afterAll(() => site.close());

function post(headers: Record<string, string>, fields: Record<string, string>) {
  return agent.post('/admin/pages').set(headers).type('form').send(fields);
}

test('our own page with the session’s token may post, and the token is not passed on', async () => {
  await post({ 'Sec-Fetch-Site': 'same-origin' }, { _csrf: token, title: 'A' }).expect(200, { method: 'POST', body: { title: 'A' } });
});

test('scripts send the token in a header', async () => {
  await agent.post('/admin/pages').set({ 'Sec-Fetch-Site': 'same-origin', 'X-CSRF-Token': token }).send({ title: 'A' }).expect(200);
});

test.each(['same-site', 'cross-site', 'none'])('a request from %s is refused, token or not', async (from) => {
  await post({ 'Sec-Fetch-Site': from }, { _csrf: token }).expect(403);
});

test('without Sec-Fetch-Site the Origin must be ours; without both nothing is believed', async () => {
  const host = 'localhost:3000';
  await post({ Host: host, Origin: `http://${host}` }, { _csrf: token }).expect(200);
  await post({ Host: host, Origin: 'http://evil.example' }, { _csrf: token }).expect(403);
  await post({ Host: host, Origin: 'null' }, { _csrf: token }).expect(403);
  await post({}, { _csrf: token }).expect(403);
});

test('a missing, a wrong or a repeated token is refused', async () => {
  await post({ 'Sec-Fetch-Site': 'same-origin' }, {}).expect(403);
  await post({ 'Sec-Fetch-Site': 'same-origin' }, { _csrf: `${token}x` }).expect(403);
  await agent.post('/admin/pages').set('Sec-Fetch-Site', 'same-origin').type('form').send(`_csrf=${token}&_csrf=${token}`).expect(403);
});

test('the token of another session is refused', async () => {
  const other = request.agent(site.app);
  await signIn(other, 'maren@example.org');
  await other.post('/admin/pages').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: token }).expect(403);
});

test('a form for strangers needs its signed time token: forged or older than a day is refused', async () => {
  const stranger = request(site.app);
  const form = tokenIn((await stranger.get('/sign-in')).text);
  const send = (_csrf: string) => stranger.post('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf, email: 'a@example.org', password: 'b', next: '' });

  await send(form).expect(422);
  await send('').expect(403);
  await send(`${form.slice(0, -2)}xx`).expect(403);
  const before = site.clock.now;
  site.clock.now = new Date(before.getTime() + 24 * 60 * 60 * 1_000 + 1);
  await send(form).expect(403);
  site.clock.now = before;
});

test('a form may ask for DELETE, after the guard only, and for nothing odd', async () => {
  await post({ 'Sec-Fetch-Site': 'same-origin' }, { _csrf: token, _method: 'DELETE', title: 'A' }).expect(200, { method: 'DELETE', body: { title: 'A' } });
  await post({ 'Sec-Fetch-Site': 'same-origin' }, { _method: 'DELETE' }).expect(403);
  for (const method of ['GET', 'delete', 'TRACE', 'CONSTRUCTOR']) await post({ 'Sec-Fetch-Site': 'same-origin' }, { _csrf: token, _method: method }).expect(400);
});

test('methods that nobody needs are 405, unknown ones 501', async () => {
  await request(site.app).trace('/').expect(405);
  await request(site.app).propfind('/').expect(501);
  await request(site.app).put('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form')
    .send({ _csrf: tokenIn((await request(site.app).get('/sign-in')).text) }).expect(405).expect('Allow', 'GET, HEAD, POST');
});

test('content of another type is 415, too much of it 413, broken JSON 400', async () => {
  const send = (type: string, content: string) => agent.post('/admin/pages').set({ 'Sec-Fetch-Site': 'same-origin', 'X-CSRF-Token': token, 'Content-Type': type }).send(content);
  await send('text/plain', '{"a":1}').expect(415);
  await send('multipart/form-data; boundary=x', '--x--').expect(415);
  await send('application/json', '{"a":').expect(400);
  await send('application/json', `"${'x'.repeat(10)}"`).expect(400); // objects and lists only
  await send('application/json', `{"a":"${'x'.repeat(110_000)}"}`).expect(413);
  await send('application/x-www-form-urlencoded', `a=${'x'.repeat(1_100_000)}`).expect(413);
  await send('application/x-www-form-urlencoded', 'a[b]=1').expect(200, { method: 'POST', body: { 'a[b]': '1' } });
});
