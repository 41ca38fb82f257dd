/**
 * node test/run.cjs everyday|long [file or pattern …]
 *
 * Type check, lint, import rules, then jest: all of them, whatever fails, and at the end one line `N passed, N failed`.
 * The three checks count as one each, jest's tests by its own report. With patterns only jest runs, on those files.
 */
const { spawnSync } = require('node:child_process');
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
const LIMIT = { everyday: 15 * 60_000, long: 40 * 60_000 };

const [suite = 'everyday', ...patterns] = process.argv.slice(2);
const checks = suite === 'everyday' && patterns.length === 0 ? CHECKS.map(check) : [];
const results = [...checks, jest(patterns)];
const passed = sum(results.map((result) => result.passed));
const failed = sum(results.map((result) => result.failed));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function check([program, ...args]) {
  process.stdout.write(`\n> ${program} ${args.join(' ')}\n`);
  const { status } = spawnSync(bin(program), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function jest(args) {
  process.stdout.write('\n> jest\n');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-jest-'));
  const report = path.join(folder, 'report.json');
  const which = suite === 'long' ? ['--testMatch', '<rootDir>/test/**/*.long.ts', '--passWithNoTests'] : [];
  const { status, signal, error } = spawnSync(bin('jest'), [...which, '--json', '--outputFile', report, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], timeout: LIMIT[suite] });
  if (signal || error) process.stdout.write(`jest was ended by ${signal ?? error.message}\n`);
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
