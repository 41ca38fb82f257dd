/**
 * node test/run.cjs everyday|long [file or pattern …]
 *
 * Type check, lint, import rules, one after another, and jest beside them: all of them, whatever fails, and at the end one line
 * `N passed, N failed`. Each check counts as one, jest's tests by its own report. With patterns only jest runs, on those files.
 */
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.dirname(__dirname);
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const CHECKS = [
  ['tsc', '--noEmit'],
  ['tsc', '--noEmit', '-p', 'src/client'],
  ['eslint', '.', '--max-warnings', '0'],
  ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'migrations', 'seeds'],
];

/** Milliseconds. A run that hangs is a failure, and says so before whoever waits for it gives up. */
const LIMIT = { everyday: 25 * 60_000, long: 40 * 60_000 };

const [suite = 'everyday', ...patterns] = process.argv.slice(2);
const checks = suite === 'everyday' && patterns.length === 0 ? CHECKS : [];
void Promise.all([jest(patterns), inTurn(checks)]).then(([tests, checked]) => {
  const results = [tests, ...checked];
  const failed = sum(results.map((result) => result.failed));
  process.stdout.write(`${sum(results.map((result) => result.passed))} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
});

async function inTurn(all) {
  const results = [];
  for (const one of all) results.push(await check(one));
  return results;
}

/** What it says is printed when it is through: jest writes at the same time. */
async function check([program, ...args]) {
  const child = spawn(bin(program), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  const [status] = await once(child, 'close');
  process.stdout.write(`\n> ${program} ${args.join(' ')}\n${Buffer.concat(said)}`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest(args) {
  process.stdout.write('\n> jest\n');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-jest-'));
  const report = path.join(folder, 'report.json');
  const which = suite === 'long' ? ['--testMatch', '<rootDir>/test/**/*.long.ts', '--passWithNoTests'] : [];
  const child = spawn(bin('jest'), [...which, '--json', '--outputFile', report, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], timeout: LIMIT[suite] });
  const [status, signal] = await once(child, 'close');
  if (signal) process.stdout.write(`jest was ended by ${signal}\n`);
  const counts = readCounts(report);
  fs.rmSync(folder, { recursive: true, force: true });
  // jest can also fail beside its tests, in the set-up or the tear-down: that is a failure to report
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** A file that could not be run at all counts as one failure: none of its tests is in the numbers. */
function readCounts(report) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
