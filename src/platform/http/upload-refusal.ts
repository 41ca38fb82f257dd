import { MulterError } from 'multer';
import { BadRequest, HttpError } from './errors';

/** What one form may send. */
export interface Most {
  readonly mostFiles: number;
  /** Of one file. All of them together have at most so many times as much as files are taken. */
  readonly mostBytes: number;
}

/** A form with more than can be good: nothing of it is kept. */
export function tooMuch({ mostFiles, mostBytes }: Most): HttpError {
  const [what, most] = mostFiles === 1 ? ['The file is', mostBytes] : ['The files are together', mostFiles * mostBytes];
  return new HttpError(413, `${what} larger than ${most / 1e6} MB, which is the most that is taken ${mostFiles === 1 ? 'here' : 'at once'}.`);
}

/** What reading a form with files ended with, in words. Errors that carry a status stand as they are. */
export function uploadRefusal(error: unknown, { mostFiles }: Pick<Most, 'mostFiles'>): Error {
  if (error instanceof HttpError) return error;
  if (!(error instanceof MulterError)) return isOfDisk(error) ? error : new BadRequest('The files did not arrive whole. Please send them again.');

  const { code, field } = error;
  if (code === 'LIMIT_FILE_COUNT' || (code === 'LIMIT_UNEXPECTED_FILE' && field === 'file')) return new HttpError(413, mostFiles === 1 ? 'One file at a time is taken here.' : `At most ${mostFiles} files at a time are taken here.`);
  if (code === 'LIMIT_UNEXPECTED_FILE') return new BadRequest('Files are taken in the field “file” only.');
  return new BadRequest('The form has more fields, or longer ones, than are known here.');
}

/** Of the operating system, such as a folder that may not be written to: ours to mend, and not the sender's. */
function isOfDisk(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
