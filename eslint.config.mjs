import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const RAW_SQL = '/^(raw|whereRaw|andWhereRaw|orWhereRaw|orderByRaw|havingRaw|groupByRaw|joinRaw|fromRaw|withRaw)$/';

/** Values only by binding (security rules 11 and 15). A template string without a hole is just a long string. */
const NO_ASSEMBLED_SQL = [
  `CallExpression[callee.property.name=${RAW_SQL}] > TemplateLiteral.arguments[expressions.length>0]`,
  `CallExpression[callee.property.name=${RAW_SQL}] > BinaryExpression.arguments[operator="+"]`,
].map((selector) => ({ selector, message: 'Bind values with ?, identifiers with ??: SQL is never put together from strings.' }));

const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing is called the same everywhere.' };

const NO_ENVIRONMENT = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Only src/config.ts reads the environment; take what you need from deps.config.',
};

/** Scheduling and tests need a clock that is given. */
const NO_CLOCK = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
].map((selector) => ({ selector, message: 'Time comes from the injected now().' }));

export default tseslint.config(
  { ignores: ['dist/', 'public/', 'node_modules/', 'coverage/', '.data/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      // control characters in a pattern are what we look for, in what people send
      'no-control-regex': 'off',
      eqeqeq: 'error',
      // views and jobs are declared by merging: what is `string` today is a list of names tomorrow
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // a contract may ask for a promise where one of its parts has nothing to wait for
      '@typescript-eslint/require-await': 'off',
      // contracts are objects of functions, and taking one of them out is how they are used
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': ['error', ...NO_ASSEMBLED_SQL, NO_DEFAULT_EXPORT],
    },
  },
  {
    files: ['src/**/*.ts', 'seeds/**/*.ts'],
    ignores: ['src/config.ts', 'src/open.ts', 'src/client/**'],
    rules: { 'no-restricted-syntax': ['error', ...NO_ASSEMBLED_SQL, NO_DEFAULT_EXPORT, NO_ENVIRONMENT, ...NO_CLOCK] },
  },
  {
    // a table is stated whole
    files: ['migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      // bodies of answers and rows of tables come without types, and a test says itself what it expects in them
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // jest takes its set-up and tear-down as default exports
    files: ['test/support/global-*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_ASSEMBLED_SQL] },
  },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: { module: 'writable', require: 'readonly', process: 'readonly', console: 'readonly', __dirname: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', Buffer: 'readonly' },
    },
    rules: { 'max-lines': ['error', { max: 200 }] },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
