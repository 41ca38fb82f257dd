import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { memoryOf } from '../../src/platform/memory';

const MODULE = path.join(__dirname, '../../src/platform/memory');

test('what a process held stays its peak after it is given back', () => {
  const before = memoryOf('self');
  Buffer.alloc(64 * 1_048_576, 1);
  const after = memoryOf('self');
  expect(after.most).toBeGreaterThanOrEqual(Math.max(before.now, after.now));
  expect(memoryOf(process.pid).most).toBeGreaterThanOrEqual(after.most);
});

test('a small program started by a large one does not take over its peak', () => {
  const small = `console.log(require(${JSON.stringify(MODULE)}).memoryOf('self').most)`;
  const large = `const held = Buffer.alloc(512 * 1048576, 1);
    process.stdout.write(require('node:child_process').execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', ${JSON.stringify(small)}]));
    if (held[0] !== 1) process.exitCode = 1;`;
  expect(Number(execFileSync(process.execPath, ['-e', large], { encoding: 'utf8' }))).toBeLessThan(400);
});
