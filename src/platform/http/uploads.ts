import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { Pool } from 'pg';
import { noSpace } from '../files';
import { formatWait } from '../instants';
import { checkTokenInForm, withoutToken } from './csrf';
import { HttpError, TooManyRequests } from './errors';
import { fileLabel } from './file-label';
import { createLimiter, type Limiter } from './rate-limit';
import { tooMuch, uploadRefusal, type Most } from './upload-refusal';

/** A file that came with a request. It is gone when the answer is out: who wants to keep it copies it. */
export interface Upload {
  /** Where it lies for the time of this request. */
  readonly path: string;
  /** What the sender calls it: a label, safe to print and to store, never a path. */
  readonly filename: string;
  readonly bytes: number;
  /** Of the content, in hex. */
  readonly sha256: string;
}

export interface UploadRules extends Most {
  readonly pool: Pool;
  /** For files on their way in, on the same volume as those that are kept: `temporaryFolder(mediaFolder)`. It is made when it is needed; what dies there is swept. */
  readonly folder: string;
}

/** A file of a form that is not taken, while the others are. */
export interface RefusedUpload {
  readonly filename: string;
  /** Why: a sentence. */
  readonly message: string;
}

const HOUR = 3_600;
const FIELDS = 30;
/** What a form adds to its files: fields, names, lines between them. */
const FRAME_BYTES = 200_000;

/**
 * Reads a multipart form whose files are in the field `file` (security rule 21): each is streamed to a file of its own while its bytes
 * are counted and hashed. Behind it `uploadsOf(res)` has them, and `req.body` the text fields, for `parseBody`. One of several that is too
 * large is read to its end and thrown away, since a browser without scripts sends all of them in one request; `refusedUploadsOf(res)` names it.
 * Stands behind the route's permission (rule 5); the session's token is checked before the first byte of a file is written. However the
 * request ends, nothing of it is left. Everybody has 100 files an hour and 2 GB a day.
 * @throws HttpError 400, 403, 413 (in words), 415, 429, 507
 */
export function receiveUploads({ pool, folder, mostFiles, mostBytes }: UploadRules): RequestHandler {
  const [files, kilobytes] = [createLimiter(pool, { name: 'upload', points: 100, seconds: HOUR }), createLimiter(pool, { name: 'upload-kb', points: 2_000_000, seconds: 24 * HOUR })];
  const receive = multer({
    storage: temporaryFiles(folder, { mostFiles, mostBytes }),
    defParamCharset: 'utf8', // as browsers send names
    fileFilter: (req, _file, done) => { admit(req, files).then(() => done(null, true), done); },
    limits: { files: mostFiles, fields: FIELDS, parts: mostFiles + FIELDS, fieldSize: 20_000, fieldNameSize: 100, headerPairs: 20, fieldNestingDepth: 0 },
  }).array('file', mostFiles);

  return async (req, res, next) => {
    if (!req.is('multipart/form-data')) throw new HttpError(415, 'This address takes files, sent as multipart/form-data.', { Accept: 'multipart/form-data' });
    if ((req.get('Content-Encoding') ?? 'identity').toLowerCase() !== 'identity') throw new HttpError(415, 'Files are taken as they are, not compressed on the way (Content-Encoding).', { 'Accept-Encoding': 'identity' }); // RFC 9110, section 15.5.16
    const declared = Number(req.get('Content-Length') ?? mostFiles * mostBytes); // unsaid: it may be as much as that
    if (declared > mostTogether({ mostFiles, mostBytes })) throw tooMuch({ mostFiles, mostBytes });
    await take(kilobytes, req, { points: Math.ceil(declared / 1_000), most: '2 GB a day' });

    removeAtTheEnd(res);
    receive(req, res, (error: unknown) => {
      // multer leaves alone what it does not take for multipart, such as a boundary with a space in it
      const problem = error ?? (Array.isArray(req.files) ? null : new Error('The form was not read'));
      if (problem) return next(noSpace(problem) ?? uploadRefusal(problem, { mostFiles }));
      finish(req, res, next, mostBytes);
    });
  };
}

function mostTogether({ mostFiles, mostBytes }: Most): number {
  return mostFiles * mostBytes + FRAME_BYTES;
}

/** The files of a request that went through `receiveUploads`, in the order they were sent. */
export function uploadsOf(res: Response): readonly Upload[] {
  return receivedBy(res).uploads;
}

/** Those that are not among them. */
export function refusedUploadsOf(res: Response): readonly RefusedUpload[] {
  return receivedBy(res).refused;
}

function receivedBy(res: Response): NonNullable<Received['files']> {
  const files = received.get(res)?.files;
  if (!files) throw new Error('This route reads no uploads');
  return files;
}

interface Received {
  /** Null until the form is read. */
  files: { readonly uploads: readonly Upload[]; readonly refused: readonly RefusedUpload[] } | null;
  /** Of all files so far, for a request that does not say how long it is. */
  bytes: number;
  /** Each file that was begun, and when it is certain that nobody writes it any more. */
  readonly begun: { readonly path: string; readonly written: Promise<unknown> }[];
}

const received = new WeakMap<Response, Received>();

async function admit(req: Request, files: Limiter): Promise<void> {
  checkTokenInForm(req);
  await take(files, req, { points: 1, most: '100 files an hour' });
}

async function take(limiter: Limiter, req: Request, { points, most }: { points: number; most: string }): Promise<void> {
  const wait = await limiter.take(String(req.user?.id ?? 0), points);
  if (wait !== null) throw new TooManyRequests(wait, `${most} are taken from one person. You can go on ${formatWait(wait)}.`);
}

function finish(req: Request, res: Response, next: (error?: unknown) => void, mostBytes: number): void {
  try {
    checkTokenInForm(req); // of a form without a file
  } catch (error) {
    return next(error);
  }
  const { file: _empty, ...fields } = withoutToken(req.body) as Record<string, unknown>; // what some send for a field without a file
  req.body = fields;
  const files = (req.files as ReadFile[]).map((file) => ({ ...file, filename: fileLabel(file.originalname) }));
  received.get(res)!.files = {
    uploads: files.filter(({ isWhole }) => isWhole).map(({ path: at, filename, size, sha256 }) => ({ path: at, filename, bytes: size, sha256 })),
    refused: files.filter(({ isWhole }) => !isWhole).map(({ filename }) => ({ filename, message: `The file is larger than ${mostBytes / 1e6} MB, which is the most that is taken here.` })),
  };
  next();
}

interface Written {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** False for one that is too large, of which nothing is kept. */
  readonly isWhole: boolean;
}

type ReadFile = Express.Multer.File & Written;

/** Closed is an answer that was sent, and one whose reader left. */
function removeAtTheEnd(res: Response): void {
  const state: Received = { files: null, bytes: 0, begun: [] };
  received.set(res, state);
  res.once('close', () => {
    for (const { path: file, written } of state.begun) void written.catch(() => undefined).then(() => rm(file, { force: true })).catch(() => undefined);
  });
}

function temporaryFiles(folder: string, most: Most): StorageEngine {
  return {
    _handleFile(req, file, done) {
      const target = path.join(folder, randomUUID());
      const state = received.get(req.res!)!;
      const written = write(file.stream, target, state, most);
      state.begun.push({ path: target, written });
      written.then((file) => done(null, file as Partial<Express.Multer.File>), done);
    },
    // removed with the others, at the end
    _removeFile: (_req, _file, done) => { done(null); },
  };
}

/** What is too large is not written further, but read to its end: behind it stand other files. */
async function write(content: NodeJS.ReadableStream, target: string, state: Pick<Received, 'bytes'>, most: Most): Promise<Written> {
  await mkdir(path.dirname(target), { recursive: true });
  const hash = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      state.bytes += chunk.length;
      if (state.bytes > mostTogether(most)) return done(tooMuch(most));
      if (size > most.mostBytes) return done();
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(content, count, fs.createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  const isWhole = size <= most.mostBytes;
  if (!isWhole) await rm(target);
  return { path: target, size, sha256: hash.digest('hex'), isWhole };
}
