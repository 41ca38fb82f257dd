import { buffer } from 'node:stream/consumers';
import { collectOffice, IsLocked } from './office-text';
import { collectPdf } from './pdf-text';
import { FAILED, NO_TEXT, type Reading } from './reading';
import { TextCollector } from './text-limit';
import { startWatchdog } from './watchdog';

/**
 * A program of its own, started for one document by `extractText`: the document comes by standard input, its extension and the limits as
 * arguments, and one line of JSON goes out. It knows nothing of the site: no settings, no database, no secrets.
 */
async function main([extension = '', megabytes, milliseconds]: readonly string[]): Promise<void> {
  startWatchdog({ megabytes: Number(megabytes), milliseconds: Number(milliseconds) });
  process.stdout.write(JSON.stringify(await read(extension, await buffer(process.stdin))));
}

async function read(extension: string, content: Buffer): Promise<Reading> {
  const text = new TextCollector();
  try {
    await (extension === '.pdf' ? collectPdf(content, text) : collectOffice(extension, content, text));
  } catch (error) {
    if (error instanceof IsLocked || (error as Error).name === 'PasswordException' || isOle(content)) return NO_TEXT;
    if (text.text === '') return FAILED; // else what could be read of a damaged file is better than nothing
  }
  return text.text === '' ? NO_TEXT : { state: 'read', text: text.text };
}

/** An Office file with a password. */
function isOle(content: Buffer): boolean {
  return content.readUInt32BE(0) === 0xd0cf11e0;
}

void main(process.argv.slice(2)).catch(() => { process.exitCode = 1; });
