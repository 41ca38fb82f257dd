import fs from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { isIP } from 'node:net';
import { Refusal } from '../platform/refusal';
import { isLoopbackName, isPublicAddress, lookupPublic } from './public-address';
import { MOST_BYTES } from './source-file';

export interface Download {
  readonly url: string;
  /** Where the whole of it is put; until then it grows beside it. */
  readonly file: string;
  /** Who asks, with an address for complaints (EXT-09). */
  readonly userAgent: string;
  /** Of the file that is kept already; null when there is none. */
  readonly validators: Validators | null;
  readonly types: readonly string[];
  /** Milliseconds without a byte; for tests. */
  readonly idle?: number;
  readonly most?: number;
}

/** What the server calls this version. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const IDLE = 10_000;
const MOST_REDIRECTS = 3;

/** Null when the server says that what is kept is what it has (304). @throws Refusal with what went wrong */
export async function download(wanted: Download): Promise<Validators | null> {
  const partial = `${wanted.file}.partial`;
  try {
    const response = await follow(wanted, checkedUrl(wanted.url), MOST_REDIRECTS);
    if (response.statusCode === 304) return drained(response);
    checkAnswer(response, wanted.types);
    await pipeline(response, (chunks) => limited(chunks as AsyncIterable<Buffer>, wanted.most ?? MOST_BYTES), fs.createWriteStream(partial, { flush: true }));
    await rename(partial, wanted.file);
    return { etag: response.headers.etag ?? null, lastModified: response.headers['last-modified'] ?? null };
  } catch (error) {
    await rm(partial, { force: true });
    throw error instanceof Refusal ? error : new Refusal(`${wanted.url} could not be had: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
}

/** https, and plain http from this machine only, which is how tests serve it. */
function checkedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url?.protocol === 'http:' && isLoopbackName(url.hostname);
  if (!url || !(url.protocol === 'https:' || local)) throw new Refusal(`${text} is not an address that begins with https://.`);
  if (url.username || url.password) throw new Refusal('An address with a password in it would stay in logs and reports.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!local && isIP(host) !== 0 && !isPublicAddress(host)) throw new Refusal(`${host} is not a public address.`);
  return url;
}

async function follow(wanted: Download, url: URL, redirects: number): Promise<IncomingMessage> {
  const response = await ask(wanted, url);
  const { statusCode = 0, headers: { location } } = response;
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return response;
  response.resume();
  const next = checkedUrl(new URL(location, url).href);
  if (next.host !== url.host) throw new Refusal(`${url.host} leads to another host, ${next.host}: use that address if you trust it.`);
  if (redirects === 0) throw new Refusal(`${url.href} leads on and on.`);
  return follow(wanted, next, redirects - 1);
}

/** What comes packed is kept packed: who reads the file unpacks it, and measures what comes out. */
function ask({ userAgent, validators, idle = IDLE }: Download, url: URL): Promise<IncomingMessage> {
  const headers: Record<string, string> = { 'User-Agent': userAgent, Accept: 'application/xml, text/xml, application/gzip', 'Accept-Encoding': 'gzip' };
  if (validators?.etag) headers['If-None-Match'] = validators.etag;
  if (validators?.lastModified) headers['If-Modified-Since'] = validators.lastModified;
  const local = isLoopbackName(url.hostname);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).get(url, { headers, timeout: idle, ...(local ? {} : { lookup: lookupPublic }) });
    let waiting: { destroy(error: Error): unknown } = request;
    request.on('response', (response) => {
      waiting = response; // destroying the request would now look like a broken connection
      resolve(response);
    });
    request.on('timeout', () => { waiting.destroy(Object.assign(new Error('the server is silent'), { code: 'ETIMEDOUT' })); });
    request.on('error', reject);
  });
}

function drained(response: IncomingMessage): null {
  response.resume();
  return null;
}

function checkAnswer({ statusCode, headers }: IncomingMessage, types: readonly string[]): void {
  if (statusCode !== 200) throw new Refusal(`The server answered ${statusCode}.`);
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) throw new Refusal(`The server sent ${type || 'something without a type'}, not what was asked for.`);
  if (!['identity', 'gzip'].includes(headers['content-encoding'] ?? 'identity')) throw new Refusal(`The server sent it encoded as ${headers['content-encoding']}, unasked.`);
}

async function* limited(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > most) throw new Refusal(`It is larger than ${Math.round(most / 1_000_000)} MB.`);
    yield chunk;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host', EAI_AGAIN: 'there is no such host', ECONNREFUSED: 'nothing answers there', ETIMEDOUT: 'the server is silent',
  ECONNRESET: 'the connection broke off', ERR_STREAM_PREMATURE_CLOSE: 'the connection broke off',
};

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ''] ?? message.replace(/\.$/, '');
}
