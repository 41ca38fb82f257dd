import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { finished, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ROOT } from '../../platform/root';
import { FAILED, NO_TEXT, type Reading } from './reader/reading';
import { MOST_TEXT_BYTES, TextCollector } from './reader/text-limit';
import { documentType, extensionOf } from './document-file';

export interface ReadingLimits {
  readonly milliseconds: number;
  /** Of the whole process. */
  readonly megabytes: number;
}

const LIMITS: ReadingLimits = { milliseconds: 60_000, megabytes: 400 };

/**
 * What a document says. PDF and Office files are read by a process of its own, without settings and secrets, that is killed when it takes
 * too long or too much memory: whatever a file does to its reader, it does to nobody else. `content` is consumed or destroyed.
 * @throws what breaks `content` on its way: that says nothing about the document
 */
export async function extractText(filename: string, content: Readable, limits: ReadingLimits = LIMITS): Promise<Reading> {
  const kind = documentType(filename)?.content;
  if (kind === 'text') return readPlain(content);
  if (kind === 'pdf' || kind === 'office' || kind === 'open-document') return readApart(extensionOf(filename), content, limits);
  content.destroy();
  return NO_TEXT;
}

async function readPlain(content: Readable): Promise<Reading> {
  const text = new TextCollector();
  const decoder = new TextDecoder('utf-8');
  for await (const piece of content) {
    text.add(decoder.decode(piece as Buffer, { stream: true }));
    if (text.isFull) break;
  }
  return text.text === '' ? NO_TEXT : { state: 'read', text: text.text };
}

const reading: z.ZodType<Reading> = z.union([
  z.strictObject({ state: z.literal('read'), text: z.string() }),
  z.strictObject({ state: z.enum(['none', 'failed']), text: z.null() }),
]);

async function readApart(extension: string, content: Readable, limits: ReadingLimits): Promise<Reading> {
  const child = start(extension, limits);
  const tooLong = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds);
  const broken: Error[] = [];
  // when the child has gone first, `content` ends with the child's error, which is none of its own
  finished(content, (error) => { if (error && !child.stdin!.destroyed) broken.push(error); });
  try {
    const answer = await answerOf(child, content);
    if (broken[0]) throw broken[0];
    return answer;
  } finally {
    clearTimeout(tooLong);
    child.kill('SIGKILL');
  }
}

async function answerOf(child: ChildProcess, content: Readable): Promise<Reading> {
  try {
    const sending = pipeline(content, child.stdin!).catch(() => undefined); // it ended before it had read everything
    const [said, code] = await Promise.all([outputOf(child), ended(child), sending]);
    return code === 0 ? reading.parse(JSON.parse(said)) : FAILED;
  } catch {
    return FAILED;
  }
}

/** From the sources or from the build, as this file is. It watches itself, too: see watchdog.ts. */
function start(extension: string, { megabytes, milliseconds }: ReadingLimits): ChildProcess {
  const own = path.extname(__filename);
  const sources = own === '.ts' ? ['--import', 'tsx'] : [];
  const options = [`--max-old-space-size=${Math.round(megabytes * 0.7)}`, '--disable-proto=delete'];
  const args = [...sources, ...options, path.join(__dirname, 'reader', `main${own}`), extension, String(megabytes), String(milliseconds)];
  return spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'ignore'], env: {} });
}

/** Text as JSON: a letter may take six bytes there. */
async function outputOf({ stdout }: ChildProcess): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stdout!) {
    pieces.push(piece as Buffer);
    bytes += (piece as Buffer).length;
    if (bytes > 6 * MOST_TEXT_BYTES + 1_000) throw new Error('The reader says more than it may');
  }
  return Buffer.concat(pieces).toString('utf8');
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => { child.once('error', reject).once('close', (code) => resolve(code)); });
}
