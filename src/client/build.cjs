'use strict';
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const esbuild = require('esbuild');

const root = path.join(__dirname, '..', '..');
const target = path.join(root, 'public', 'build');

/** What becomes a file under /static/, by its name in the manifest. Those that do not exist are left out. */
const ENTRIES = {
  'site.css': 'src/client/site.css',
  'site.js': 'src/client/site.ts',
  'theme.js': 'src/client/theme.ts',
  'staff.css': 'src/client/styles/staff.css',
  'admin.js': 'src/client/admin.ts',
  'editor.js': 'src/client/editor.ts',
  'preview.js': 'src/client/preview.ts',
  'lost.svg': 'src/client/pictures/lost.svg',
  'inter.woff2': 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
};

const KEPT_MS = 24 * 60 * 60 * 1000;

/** Bundles styles and scripts into public/build under hashed names, with a manifest. Throws when something does not build. */
async function buildClient() {
  // Written beside the old build and renamed, so that nobody ever sees half of it.
  const unfinished = `${target}.${process.pid}`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  try {
    const { metafile } = await esbuild.build(options(unfinished));
    fs.writeFileSync(path.join(unfinished, 'manifest.json'), `${JSON.stringify(manifestOf(metafile, unfinished), null, 2)}\n`);
    for (const file of fs.readdirSync(unfinished)) compress(path.join(unfinished, file));
    replace(unfinished);
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

function options(outdir) {
  const entryPoints = Object.entries(ENTRIES)
    .filter(([, source]) => fs.existsSync(path.join(root, source)))
    .map(([name, source]) => ({ in: path.join(root, source), out: path.parse(name).name }));
  return {
    entryPoints,
    outdir,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'iife',
    target: ['chrome131', 'edge131', 'firefox132', 'safari18.1'],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/static/',
    loader: { '.woff2': 'copy', '.svg': 'copy' },
    legalComments: 'none',
    logLevel: 'warning',
  };
}

function manifestOf(metafile, outdir) {
  const built = new Map(Object.entries(metafile.outputs).map(([file, output]) => [sourceOf(output), path.relative(outdir, path.join(root, file))]));
  const named = Object.entries(ENTRIES).filter(([, source]) => built.has(source));
  return Object.fromEntries(named.map(([name, source]) => [name, `/static/${built.get(source)}`]));
}

/** Copied files have no entry point in the metafile, only one input. */
function sourceOf(output) {
  return output.entryPoint ?? Object.keys(output.inputs)[0];
}

function compress(file) {
  if (!/\.(?:css|js|svg|json)$/.test(file)) return;
  const content = fs.readFileSync(file);
  fs.writeFileSync(`${file}.gz`, zlib.gzipSync(content, { level: 9 }));
  fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(content, { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
}

function replace(finished) {
  const old = `${finished}.old`;
  if (fs.existsSync(target)) {
    keepRecent(target, finished);
    fs.renameSync(target, old);
  }
  fs.renameSync(finished, target);
  fs.rmSync(old, { recursive: true, force: true });
}

/** Pages made a moment ago, by a process still running or kept in a browser, ask for the files of the build before. */
function keepRecent(from, to) {
  const oldest = Date.now() - KEPT_MS;
  for (const file of fs.readdirSync(from)) {
    const source = path.join(from, file);
    const { mtime, mtimeMs } = fs.statSync(source);
    const copy = path.join(to, file);
    if (mtimeMs < oldest || fs.existsSync(copy)) continue;
    fs.copyFileSync(source, copy);
    fs.utimesSync(copy, mtime, mtime);
  }
}

module.exports = { buildClient };

if (require.main === module) {
  buildClient().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
