import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createLog } from '../../src/platform/log';

let folder: string;
let errors: jest.SpyInstance;
let printed: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-log-'));
  printed = '';
  errors = jest.spyOn(process.stderr, 'write').mockImplementation((text) => { printed += String(text); return true; });
});
afterEach(() => {
  errors.mockRestore();
  fs.rmSync(folder, { recursive: true });
});

const fileLog = () => createLog({ level: 'info', file: path.join(folder, 'log', 'plenary.log') });
const written = () => fs.readFileSync(path.join(folder, 'log', 'plenary.log'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

test('what is ordinary goes to the file only', () => {
  fileLog().info({ path: '/about/' }, 'answered');
  expect(written()).toEqual([expect.objectContaining({ msg: 'answered', path: '/about/', time: expect.stringMatching(/Z$/) as string })]);
  expect(printed).toBe('');
});

test('a warning is also one readable line on the terminal', () => {
  fileLog().warn({ clockAhead: 3000 }, 'The clock is wrong');
  expect(printed).toBe('Warning: The clock is wrong\n');
});

test('an error is printed with its stack', () => {
  fileLog().error({ err: new Error('broken') }, 'It did not work');
  expect(printed).toMatch(/^Error: It did not work\nError: broken\n {4}at /);
});

test('secrets are never written, wherever an entry has them', () => {
  fileLog().info({
    password: 'hush1', user: { passwordHash: 'hush2', email: 'a@example.org' }, req: { headers: { cookie: 'hush3', authorization: 'hush4' } },
    res: { headers: { 'set-cookie': ['hush5'] } }, config: { smtpUrl: 'hush6', databaseUrl: 'hush7', sessionSecrets: ['hush8'] }, body: { token: 'hush9' },
  }, 'entry');
  expect(JSON.stringify(written())).not.toContain('hush');
  expect(JSON.stringify(written())).toContain('a@example.org');
});
