/**
 * npm start builds first, but only when inputs changed: their names, sizes and times are kept as a fingerprint.
 *
 *   node build.cjs            server (tsc) and browser assets (esbuild), whichever is out of date
 *   node build.cjs --client   browser assets only
 *   node build.cjs --dev      browser assets, again on every change, and the server from its sources beside it
 *
 * Nothing but node:fs is loaded when there is nothing to do: this runs before every start.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = __dirname;
const SERVER = {
  build: buildServer,
  inputs: ['src', 'migrations', 'seeds', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
  extensions: ['.ts', '.json'],
  ignored: ['src/client', 'seeds/demo'],
  output: 'dist/src/server.js',
  mark: 'dist/.server',
};
const CLIENT = {
  build: buildClient,
  inputs: ['src/client', 'package-lock.json'],
  extensions: null,
  ignored: [],
  output: 'public/build/manifest.json',
  mark: 'dist/.client',
};

const mode = process.argv[2];
if (mode === '--dev') void develop();
else void update(mode === '--client' ? [CLIENT] : [SERVER, CLIENT]);

async function update(parts) {
  if (parts.every(isCurrent)) return;
  const release = await lock();
  try {
    for (const part of parts) if (!isCurrent(part)) await rebuild(part); // asked again: another start may have built meanwhile
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    release();
  }
}

function isCurrent(part) {
  return readIfThere(part.mark) === fingerprint(part) && fs.existsSync(path.join(root, part.output));
}

/** The mark goes first and comes last, so a kill in between means building again; it tells what was there before the build. */
async function rebuild(part) {
  const mark = fingerprint(part);
  fs.rmSync(path.join(root, part.mark), { force: true });
  await part.build();
  fs.writeFileSync(path.join(root, part.mark), mark);
}

function readIfThere(file) {
  try {
    return fs.readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

function fingerprint({ inputs, extensions, ignored }) {
  const lines = [];
  for (const input of inputs) collect(input);
  return lines.join('\n');

  function collect(name) {
    const full = path.join(root, name);
    const entry = fs.statSync(full, { throwIfNoEntry: false });
    if (!entry) return;
    if (entry.isDirectory()) {
      for (const inner of fs.readdirSync(full).sort()) if (!ignored.includes(`${name}/${inner}`)) collect(`${name}/${inner}`);
    } else if (!extensions || extensions.includes(path.extname(name))) {
      lines.push(`${name} ${entry.size} ${entry.mtimeMs}`);
    }
  }
}

/** Into another folder, moved into place when it is whole: a build that fails or is killed leaves the last good one. */
function buildServer() {
  const building = path.join(root, 'dist', '.building');
  fs.rmSync(building, { recursive: true, force: true });
  const tsc = [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', building];
  const { status } = require('node:child_process').spawnSync(process.execPath, tsc, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The server was not built: its types are wrong (see above).');
  for (const name of fs.readdirSync(building)) {
    fs.rmSync(path.join(root, 'dist', name), { recursive: true, force: true });
    fs.renameSync(path.join(building, name), path.join(root, 'dist', name));
  }
}

function buildClient() {
  return require('./src/client/build.cjs').buildClient();
}

/** Two starts at once: one builds, the other waits for it and finds nothing to do. */
async function lock() {
  const file = path.join(root, 'dist', '.lock');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = readIfThere('dist/.lock');
    if (owner && !isAlive(Number(owner))) fs.rmSync(file, { force: true }); // it was killed
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Node itself restarts the server when one of its modules changes, and views are read anew for every page. The names of
 * the browser assets are read at the start, so a change of theirs restarts it from here.
 */
async function develop() {
  await update([CLIENT]);
  const args = ['--watch', '--watch-preserve-output', '--import', 'tsx', 'src/server.ts'];
  const start = () => require('node:child_process').spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }).on('exit', ended);
  let again = false;
  let server = start();

  function ended(code) {
    if (!again) process.exit(code ?? 0);
    again = false;
    server = start();
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));

  let waiting;
  fs.watch(path.join(root, 'src', 'client'), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void update([CLIENT]).then(() => { again = server.kill('SIGTERM'); }), 100);
  });
}
