import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { openWebServer, type WebServer } from '../src/web-server';
import { freePort } from './support/process';

const TIMES = { headers: 300, usual: 300, uploads: 900, look: 50 };
const MULTIPART = 'multipart/form-data; boundary=x';

let port: number;
let server: WebServer;
let arrived: string[];

beforeAll(async () => {
  port = await freePort();
  const app = express();
  app.post('/admin/images/refused', (_req, res) => { res.status(403).end('no'); });
  app.use(express.text({ type: () => true }), (req, res) => { arrived.push(req.body as string); res.end('fine'); });
  app.use(((_error, _req, _res, _next) => undefined) as express.ErrorRequestHandler); // the connection is gone
  server = await openWebServer(port, app, false, TIMES);
});
afterAll(() => server.close());
beforeEach(() => { arrived = []; });

/** Send a body of `xxxx`, a letter at a time, and give what is answered and after how long the connection ended. */
async function trickle(path: string, type: string, every: number, head = 'Content-Length: 4'): Promise<{ answer: string; after: number }> {
  const begun = performance.now();
  const socket = net.connect(port, '127.0.0.1').on('error', () => undefined);
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => { answer += part; });
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n${head}\r\nConnection: close\r\n\r\n`);
  const closed = new Promise<void>((resolve) => { socket.once('close', () => resolve()); });
  for (let count = 0; count < 4 && !socket.destroyed; count += 1) {
    await Promise.race([pause(every), closed]);
    if (socket.writable) socket.write(head.startsWith('Content') ? 'x' : '1\r\nx\r\n');
  }
  await closed;
  return { answer, after: performance.now() - begun };
}

test.each([['/forms/1', 'application/x-www-form-urlencoded'], ['/admin/pages/1', 'application/json'], ['/forms/1', MULTIPART], ['/admin/images', 'application/json']])(
  'a slow body to %s as %s is cut off with 408, and never arrives', async (path, type) => {
    const { answer } = await trickle(path, type, 150);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('X-Content-Type-Options: nosniff');
    expect(arrived).toEqual([]);
  });

test('so is one in chunks, whose length nobody has said', async () => {
  expect((await trickle('/forms/1', 'text/plain', 150, 'Transfer-Encoding: chunked')).answer).toMatch(/^HTTP\/1\.1 408 /);
});

test('an upload has longer, but not for ever', async () => {
  expect((await trickle('/admin/images', MULTIPART, 150)).answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(arrived).toEqual(['xxxx']);
  expect((await trickle('/admin/documents/7/versions', MULTIPART, 350)).answer).toMatch(/^HTTP\/1\.1 408 /);
});

test('who is answered before the file was read has the usual time to end it', async () => {
  const { answer, after } = await trickle('/admin/images/refused', MULTIPART, 5_000);
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  expect(after).toBeLessThan(4_000);
});

test('a slow answer is nobody\'s fault', async () => {
  const other = await freePort();
  const web = await openWebServer(other, (req, res) => { req.resume(); setTimeout(() => res.end('late'), 500); }, false, TIMES);
  const answer = await fetch(`http://127.0.0.1:${other}/`, { method: 'POST', body: 'x' });
  expect(await answer.text()).toBe('late');
  await web.close();
});
