import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/**
 * A browser without installing one, on Linux x64: its binary, libraries and a font come inside
 * the package @sparticuz/chromium. Elsewhere an installed Chrome, or whatever CHROMIUM_PATH names.
 *
 * Never pass that package's own `args`: they switch the same-origin policy off, so security tests
 * would prove nothing, and run everything in one process, so closing a context ends the browser.
 */
export async function launchBrowser(): Promise<Browser> {
  try {
    // Chromium's own sandbox needs what root and most containers do not have; the pages it opens are ours
    return await chromium.launch({ ...launchOptions(), chromiumSandbox: false });
  } catch (error) {
    throw new Error(
      'No browser for the browser tests. Set CHROMIUM_PATH to a Chromium or Chrome, or install Google Chrome. ' +
      `(${(error as Error).message.split('\n')[0]})`,
      { cause: error },
    );
  }
}

function launchOptions(): LaunchOptions {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedBrowser();
  return { channel: 'chrome' };
}

function packagedBrowser(): LaunchOptions {
  const folder = unpack();
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), // NSS and friends, missing on slim images
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'), // the same font everywhere, even where there is none
    },
  };
}

/** About 200 MB and two seconds, once per version. */
function unpack(): string {
  const modules = path.join(__dirname, '..', '..', 'node_modules');
  const manifest = path.join(modules, '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(modules, '.cache', `chromium-${version}`);
  if (fs.existsSync(folder)) return folder;

  // The package unpacks into the temporary directory, takes whatever "chromium" it finds there, and
  // brings its libraries only where it believes to run on Amazon Linux. Hence a process of its own.
  const unfinished = `${folder}.${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  execFileSync(process.execPath, ['-e', `
    const chromium = require('@sparticuz/chromium');
    (chromium.default ?? chromium).executablePath();
  `], { cwd: path.dirname(modules), env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' } });
  fs.writeFileSync(path.join(unfinished, 'fonts.conf'), fontConfiguration(folder));

  try {
    fs.renameSync(unfinished, folder);
  } catch {
    fs.rmSync(unfinished, { recursive: true, force: true }); // another test file was quicker
  }
  return folder;
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
