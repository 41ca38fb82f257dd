import { createHash, randomUUID, type Hash } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import type { Pool } from 'pg';
import { noSpace } from '../files';
import { checkTokenInForm, withoutToken } from './csrf';
import { HttpError, TooManyRequests } from './errors';
import { fileLabel } from './file-label';
import { createLimiter, type Limiter } from './rate-limit';
import { uploadRefusal } from './upload-refusal';

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

export interface UploadRules {
  readonly pool: Pool;
  /** For files on their way in, on the same volume as those that are kept: `temporaryFolder(mediaFolder)`. It is made when it is needed; what dies there is swept. */
  readonly folder: string;
  readonly mostFiles: number;
  /** Of one file. */
  readonly mostBytes: number;
}

const HOUR = 3_600;
const FIELDS = 30;
/** What a form adds to its files: fields, names, lines between them. */
const FRAME_BYTES = 200_000;

/**
 * Reads a multipart form whose files are in the field `file` (security rule 21): each is streamed to a file of its own while its bytes
 * are counted and hashed. Behind it `uploadsOf(res)` has them, and `req.body` the text fields, for `parseBody`. Stands behind the route's
 * permission (rule 5); the session's token is checked before the first byte of a file is written. However the request ends, nothing of
 * it is left. Everybody has 100 files an hour and 2 GB a day.
 * @throws HttpError 400, 403, 413 (in words), 415, 429, 507
 */
export function receiveUploads({ pool, folder, mostFiles, mostBytes }: UploadRules): RequestHandler {
  const [files, kilobytes] = [createLimiter(pool, { name: 'upload', points: 100, seconds: HOUR }), createLimiter(pool, { name: 'upload-kb', points: 2_000_000, seconds: 24 * HOUR })];
  const receive = multer({
    storage: temporaryFiles(folder),
    defParamCharset: 'utf8', // as browsers send names
    fileFilter: (req, _file, done) => { admit(req, files).then(() => done(null, true), done); },
    limits: { fileSize: mostBytes, files: mostFiles, fields: FIELDS, parts: mostFiles + FIELDS, fieldSize: 20_000, fieldNameSize: 100, headerPairs: 20, fieldNestingDepth: 0 },
  }).array('file', mostFiles);

  return async (req, res, next) => {
    if (!req.is('multipart/form-data')) throw new HttpError(415, 'This address takes files, sent as multipart/form-data.', { Accept: 'multipart/form-data' });
    const declared = Number(req.get('Content-Length') ?? mostFiles * mostBytes); // unsaid: it may be as much as that
    if (declared > mostFiles * mostBytes + FRAME_BYTES) throw uploadRefusal(new MulterError('LIMIT_FILE_SIZE'), { mostFiles, mostBytes });
    await take(kilobytes, req, Math.ceil(declared / 1_000));

    removeAtTheEnd(res);
    receive(req, res, (error: unknown) => {
      // multer leaves alone what it does not take for multipart, such as a boundary with a space in it
      const problem = error ?? (Array.isArray(req.files) ? null : new Error('The form was not read'));
      if (problem) return next(noSpace(problem) ?? uploadRefusal(problem, { mostFiles, mostBytes }));
      finish(req, res, next);
    });
  };
}

/** The files of a request that went through `receiveUploads`, in the order they were sent. */
export function uploadsOf(res: Response): readonly Upload[] {
  const found = received.get(res)?.uploads;
  if (!found) throw new Error('This route reads no uploads');
  return found;
}

interface Received {
  uploads: readonly Upload[] | null;
  /** Each file that was begun, and when it is certain that nobody writes it any more. */
  readonly begun: { readonly path: string; readonly written: Promise<unknown> }[];
}

const received = new WeakMap<Response, Received>();

async function admit(req: Request, files: Limiter): Promise<void> {
  checkTokenInForm(req);
  await take(files, req, 1);
}

async function take(limiter: Limiter, req: Request, points: number): Promise<void> {
  const wait = await limiter.take(String(req.user?.id ?? 0), points);
  if (wait !== null) throw new TooManyRequests(wait);
}

function finish(req: Request, res: Response, next: (error?: unknown) => void): void {
  try {
    checkTokenInForm(req); // of a form without a file
  } catch (error) {
    return next(error);
  }
  const { file: _empty, ...fields } = withoutToken(req.body) as Record<string, unknown>; // what some send for a field without a file
  req.body = fields;
  received.get(res)!.uploads = (req.files as Express.Multer.File[]).map((file) => (
    { path: file.path, filename: fileLabel(file.originalname), bytes: file.size, sha256: (file as Express.Multer.File & { sha256: string }).sha256 }
  ));
  next();
}

/** Closed is an answer that was sent, and one whose reader left. */
function removeAtTheEnd(res: Response): void {
  const state: Received = { uploads: null, begun: [] };
  received.set(res, state);
  res.once('close', () => {
    for (const { path: file, written } of state.begun) void written.catch(() => undefined).then(() => rm(file, { force: true })).catch(() => undefined);
  });
}

function temporaryFiles(folder: string): StorageEngine {
  return {
    _handleFile(req, file, done) {
      const target = path.join(folder, randomUUID());
      const hash = createHash('sha256');
      const written = write(file.stream, hash, target);
      received.get(req.res!)?.begun.push({ path: target, written });
      written.then((size) => done(null, { path: target, size, sha256: hash.digest('hex') } as Partial<Express.Multer.File>), done);
    },
    // removed with the others, at the end
    _removeFile: (_req, _file, done) => { done(null); },
  };
}

async function write(content: NodeJS.ReadableStream, hash: Hash, target: string): Promise<number> {
  await mkdir(path.dirname(target), { recursive: true });
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(content, count, fs.createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  return size;
}
