const fs = require('node:fs');
const path = require('node:path');

/**
 * swc turns TypeScript, and packages published as ES modules only, into CommonJS.
 * Without the second part sanitize-html's parser and the like fail in jest.
 * swc does not check types: test/run.cjs runs tsc as well.
 *
 * Do not add "module-sync" to customExportConditions: it breaks the dependencies of supertest.
 */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  // a new process is started, or a browser, in some tests, on machines that are busy with others
  testTimeout: 20_000,
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  // PostgreSQL and the browser do most of the work, in processes of their own
  maxWorkers: 2,
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  transform: {
    '^.+\\.[cm]?[jt]s$': ['@swc/jest', {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulePackages().map(escapeForRegExp).join('|')})/)`],
};

/** Installed packages whose package.json says "type": "module". */
function esModulePackages() {
  const root = path.join(__dirname, 'node_modules');
  return fs.readdirSync(root)
    .flatMap((name) => (name.startsWith('@') ? fs.readdirSync(path.join(root, name)).map((inner) => `${name}/${inner}`) : [name]))
    .filter((name) => {
      const manifest = path.join(root, name, 'package.json');
      return fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
    });
}

function escapeForRegExp(text) {
  return text.replace(/[/\\^$*+?.()|[\]{}]/g, '\\$&');
}
