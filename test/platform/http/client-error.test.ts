import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { answerMalformedRequests } from '../../../src/platform/http/client-error';

let server: http.Server;
beforeAll(async () => {
  server = http.createServer((_req, res) => { res.end('fine'); }).on('clientError', answerMalformedRequests({ https: true }));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
});
afterAll(() => new Promise((resolve) => { server.close(resolve); }));

function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.end(text));
    socket.setEncoding('utf8').on('data', (part: string) => { answer += part; }).on('end', () => { resolve(answer); }).on('error', reject);
  });
}

test('what is not HTTP gets 400 with the security headers', async () => {
  const answer = await send('NONSENSE\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(answer).toContain('X-Content-Type-Options: nosniff\r\n');
  expect(answer).toContain('Strict-Transport-Security: ');
});

test('too many header bytes get 431 with them', async () => {
  const answer = await send(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
  expect(answer).toContain('X-Frame-Options: DENY\r\n');
});
