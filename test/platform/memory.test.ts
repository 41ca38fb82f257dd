import { execFileSync } from 'node:child_process';
import path from 'node:path';

const MODULE = path.join(__dirname, '../../src/platform/memory');

test('what a process held counts, also when it asks by its number', () => {
  const program = `const { memoryOf } = require(${JSON.stringify(MODULE)});
    const before = memoryOf('self').most;
    const held = Buffer.alloc(256 * 1048576, 1);
    console.log(memoryOf(process.pid).most - before, held[0]);`;
  expect(parseFloat(execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', program], { encoding: 'utf8' }))).toBeGreaterThan(200);
});

test('a small program started by a large one does not take over its peak', () => {
  const small = `console.log(require(${JSON.stringify(MODULE)}).memoryOf('self').most)`;
  const large = `const held = Buffer.alloc(512 * 1048576, 1);
    process.stdout.write(require('node:child_process').execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', ${JSON.stringify(small)}]));
    if (held[0] !== 1) process.exitCode = 1;`;
  expect(Number(execFileSync(process.execPath, ['-e', large], { encoding: 'utf8' }))).toBeLessThan(400);
});
