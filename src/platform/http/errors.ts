import { formatWait } from '../instants';

/**
 * The errors that a request may end with. Each carries its status; one handler renders them (`src/errors.ts`).
 * `message` is shown to the reader: a sentence, without secrets.
 */
export class HttpError extends Error {
  constructor(readonly status: number, message: string, readonly headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = new.target.name;
  }
}

export class BadRequest extends HttpError {
  constructor(message = 'The request could not be understood.') { super(400, message); }
}

export class Forbidden extends HttpError {
  constructor(message = 'You may not do this.') { super(403, message); }
}

export class NotFound extends HttpError {
  constructor(message = 'There is nothing at this address.') { super(404, message); }
}

export class MethodNotAllowed extends HttpError {
  constructor(allowed: readonly string[]) {
    super(405, `This address answers ${allowed.join(', ')} only.`, { Allow: allowed.join(', ') });
  }
}

/** 409: somebody else was quicker, or the name is taken. */
export class Conflict extends HttpError {
  constructor(message: string) { super(409, message); }
}

/** RFC 9110, section 15.5.11: it was here, and it was taken away on purpose. */
export class Gone extends HttpError {
  constructor(readonly reason: string) { super(410, reason); }
}

/** What was sent is well-formed but not acceptable; `problems` name the field and say what is wrong with it. */
export class Unprocessable extends HttpError {
  constructor(readonly problems: readonly Problem[]) { super(422, [...new Set(problems.map(({ message }) => message))].join(' ')); }
}

export interface Problem {
  /** Where: `title`, `body.3.text`. */
  field: string;
  message: string;
}

export class TooManyRequests extends HttpError {
  constructor(seconds: number, message = `Too many requests. You can try again ${formatWait(seconds)}.`) { super(429, message, { 'Retry-After': String(Math.ceil(seconds)) }); }
}

export class Unavailable extends HttpError {
  constructor(message = 'The site cannot answer just now.') { super(503, message, { 'Retry-After': '30' }); }
}
