import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../src/platform/root';
import { freePort } from '../support/process';

test('an error that nobody catches ends the process with 1, after the answers under way', async () => {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, 'test', 'support', 'failing-process.ts'), String(port)]);
  let errors = '';
  child.stderr.on('data', (data: Buffer) => { errors += data.toString(); });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const ended = new Promise((resolve) => child.once('close', resolve));

  const answer = await fetch(`http://127.0.0.1:${port}/`);
  expect(await answer.text()).toBe('finished');
  expect(await ended).toBe(1);
  expect(errors).toMatch(/^Error: nobody caught me\n {4}at /);
});
