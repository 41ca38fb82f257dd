/**
 * Who may import whom: docs/decisions and the README's map say why. Five rings, dependencies only inward:
 *   imports → site → cms → accounts → platform
 */
const RINGS = ['platform', 'accounts', 'cms', 'site', 'imports'];

const inwardOnly = RINGS.slice(0, -1).map((ring, index) => ({
  name: `${ring}-imports-only-inward`,
  comment: 'A ring knows itself and those inside it. Hand the thing over as a parameter, or register it.',
  severity: 'error',
  from: { path: `^src/${ring}/` },
  to: { path: `^src/(${RINGS.slice(index + 1).join('|')})/` },
}));

const KNEX = '(^|/)node_modules/knex/';
const DATABASE = '(^|/)node_modules/(knex|pg)/|^src/platform/db/';
const EXPRESS = '(^|/)node_modules/(express|@types/express)/';

module.exports = {
  forbidden: [
    ...inwardOnly,
    {
      name: 'composition-is-on-top',
      comment: 'The files directly under src are the composition: they import anything, nothing imports them.',
      severity: 'error',
      from: { path: '^(src/[^/]+/|migrations/)' },
      to: { path: '^src/[^/]+\\.ts$', pathNot: '^src/express\\.d\\.ts$' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'handlers-have-no-sql',
      comment: 'Routes and controllers ask queries.ts or an action.',
      severity: 'error',
      from: { path: '(^|/)(routes|[a-z-]*controller)\\.ts$' },
      to: { path: KNEX },
    },
    {
      name: 'queries-know-no-requests',
      severity: 'error',
      from: { path: '(^|/)[a-z-]*queries\\.ts$' },
      to: { path: EXPRESS },
    },
    {
      name: 'forms-are-pure',
      comment: 'A form says what it accepts; whether it fits the database is asked elsewhere.',
      severity: 'error',
      from: { path: '(^|/)forms\\.ts$' },
      to: { path: `${DATABASE}|${EXPRESS}` },
    },
    {
      name: 'pure-files-are-pure',
      comment: 'Types and functions of their arguments: no database, no request.',
      severity: 'error',
      from: { path: '^src/(platform/html/|cms/(fields|rich-text)/|cms/[^/]+\\.ts$|site/[^/]+\\.ts$)', pathNot: '(queries|deps|[a-z-]*resolve|block-type|page-type|reference-kind)\\.ts$' },
      to: { path: `${DATABASE}|${EXPRESS}` },
    },
    {
      name: 'page-types-stand-alone',
      comment: 'What two page types share lives in the section, not in one of them.',
      severity: 'error',
      from: { path: '\\.page\\.ts$' },
      to: { path: '\\.page\\.ts$' },
    },
    {
      name: 'page-types-know-no-requests',
      severity: 'error',
      from: { path: '\\.(page|block)\\.ts$' },
      to: { path: EXPRESS },
    },
    {
      name: 'no-development-packages',
      comment: 'The production image is installed without them.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '^src/client/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/client/' },
    enhancedResolveOptions: { extensions: ['.ts', '.d.ts', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
