import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { readPostmasterFile } from '../../src/platform/postgres/running';
import { temporaryDirectory } from '../../src/platform/postgres/directories';
import { eventually } from '../support/eventually';
import { freePort, isAlive, RunningProcess, statusOf } from '../support/process';

/** One installation with its own database, started several times in a row, as its operator would. */
let dataDir: string;
let port: number;
let server: RunningProcess;

beforeAll(async () => {
  dataDir = temporaryDirectory();
  port = await freePort();
});
afterAll(() => {
  server.signal('SIGKILL');
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const address = (target: string) => `http://localhost:${port}${target}`;
const postgres = () => readPostmasterFile(path.join(dataDir, 'postgres', 'data'));

async function start(): Promise<RunningProcess> {
  const started = new RunningProcess('server', [], { DATA_DIR: dataDir, PORT: String(port) });
  await started.waitUntil(async () => (await statusOf(address('/readyz'))) === 200);
  return started;
}

test('the first start prints one short block, with a password that is stored nowhere', async () => {
  server = await start();
  await eventually(() => expect(server.output).toContain('Log'));
  expect(server.errors).toBe('');
  expect(server.output.trimEnd().split('\n')).toEqual([
    'Plenary is running.',
    `  Site     http://localhost:${port}/`,
    `  Staff    http://localhost:${port}/admin`,
    expect.stringMatching(/^ {2}Sign in {2}as admin@example\.org with the password \S{16,} \(shown only now\)$/),
    `  Data     ${dataDir}`,
    `  Mails    ${path.join(dataDir, 'mail')}`,
    `  Log      ${path.join(dataDir, 'log', 'plenary.log')}`,
  ]);
  const [, password] = /password (\S+)/.exec(server.output)!;
  expect(fs.readFileSync(path.join(dataDir, 'log', 'plenary.log'), 'utf8')).not.toContain(password);
}, 90_000);

test('the demonstration is there', async () => {
  expect(await statusOf(address('/'))).toBe(200);
});

test('malformed requests are refused with the headers of every response', async () => {
  const answer = await send('NONSENSE\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(answer).toContain('X-Content-Type-Options: nosniff');
});

test('header fields beyond all measure are refused with 431', async () => {
  expect(await send(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 .*\r\n(.*\r\n)*X-Frame-Options: DENY\r\n/);
});

test('killed with SIGKILL it leaves no PostgreSQL behind', async () => {
  const { pid } = postgres()!;
  expect(isAlive(pid)).toBe(true);
  server.signal('SIGKILL');
  await server.ended;
  await eventually(() => expect(isAlive(pid)).toBe(false));
});

test('the next start finds everything as it was, and shows no password', async () => {
  server = await start();
  await eventually(() => expect(server.output).toContain('Sign in'));
  expect(server.output).toMatch(/Sign in {2}with your account/);
});

test('a command shares the database of the running server, and leaves it running', async () => {
  const command = new RunningProcess('cli', ['create-admin', 'second@example.org'], { DATA_DIR: dataDir });
  expect([await command.ended, command.errors]).toEqual([0, '']);
  expect(command.output).toMatch(/^Sign in as second@example\.org with the password \S{16,} \(shown only now\)\.\n$/);
  expect(await statusOf(address('/readyz'))).toBe(200);
});

test('reset is refused while the server runs on the database', async () => {
  const command = new RunningProcess('cli', ['reset'], { DATA_DIR: dataDir });
  expect([await command.ended, command.errors]).toEqual([1, 'Plenary is running on this database: stop it first.\n']);
});

test('SIGTERM: the answer under way is finished, PostgreSQL is stopped, and the exit code is 0', async () => {
  const { pid } = postgres()!;
  const { answered, finish } = await beginSlowRequest();
  server.signal('SIGTERM');
  await eventually(async () => expect(await statusOf(address('/healthz'))).toBeUndefined()); // no new connections
  finish();
  expect(await answered).toBe(403); // it has no token, but it has an answer
  expect(await server.ended).toBe(0);
  expect(isAlive(pid)).toBe(false);
  expect(server.errors).toBe('');
});

function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = net.connect(port, 'localhost', () => socket.write(text));
    socket.on('data', (data) => { answer += data.toString(); });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** A form that has begun to arrive when the signal comes. */
async function beginSlowRequest(): Promise<{ answered: Promise<number>; finish(): void }> {
  const body = 'email=nobody%40example.org&password=';
  const request = http.request(address('/sign-in'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length, 'Sec-Fetch-Site': 'same-origin' },
  });
  const answered = new Promise<number>((resolve, reject) => {
    request.on('response', (response) => { response.resume(); resolve(response.statusCode!); });
    request.on('error', reject);
  });
  answered.catch(() => undefined);
  request.write(body.slice(0, 5));
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { answered, finish: () => request.end(body.slice(5)) };
}
