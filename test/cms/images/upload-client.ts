import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { PASSWORD, tokenIn } from '../../accounts/accounts-app';
import { eventually } from '../../support/eventually';

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

export interface Part {
  readonly name: string;
  /** As it goes over the wire, in quotes. Left out: a text field. */
  readonly filename?: string;
  readonly content: Buffer | string;
  readonly type?: string;
}

export const BOUNDARY = 'a-line-between-parts';
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** A multipart form, byte by byte as it is given here. */
export function multipart(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ name, filename, content, type }) => [
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: ${type ?? 'image/jpeg'}`}\r\n\r\n`),
    Buffer.from(content), Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

export const file = (content: Buffer | string, filename = 'picture.jpg'): Part => ({ name: 'file', filename, content });

/** Somebody signed in, with full control of what is sent. */
export class UploadClient {
  private cookie = '';
  token = '';

  constructor(readonly origin: string) {}

  static async signedIn(origin: string, email: string): Promise<UploadClient> {
    const client = new UploadClient(origin);
    const form = await client.request('GET', '/sign-in');
    await client.form('/sign-in', { _csrf: tokenIn(form.text), email, password: PASSWORD, next: '' });
    client.token = tokenIn((await client.request('GET', '/admin/profile')).text);
    return client;
  }

  /** Files as our scripts send them: token in the header, JSON wanted. */
  upload(parts: readonly Part[], url = '/admin/images'): Promise<Answer> {
    return this.request('POST', url, multipart(parts), { 'Content-Type': MULTIPART, 'X-CSRF-Token': this.token, Accept: 'application/json' });
  }

  /** A form without files. `json`: as our scripts send it. */
  form(url: string, fields: Record<string, string>, { method = 'POST', json = false } = {}): Promise<Answer> {
    const body = new URLSearchParams({ ...(this.token ? { _csrf: this.token } : {}), ...(method === 'POST' ? {} : { _method: method }), ...fields });
    return this.request('POST', url, Buffer.from(body.toString()), { 'Content-Type': 'application/x-www-form-urlencoded', ...(json ? { Accept: 'application/json' } : {}) });
  }

  request(method: string, url: string, body?: Buffer, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.begin(method, url, headers, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text })).on('error', reject);
      }).on('error', reject).end(body);
    });
  }

  /** A request to write to, or to break off. */
  begin(method: string, url: string, headers: http.OutgoingHttpHeaders, onAnswer: (answer: http.IncomingMessage) => void = () => undefined): http.ClientRequest {
    const request = http.request(new URL(url, this.origin), { method, agent: false, headers: { Cookie: this.cookie, 'Sec-Fetch-Site': 'same-origin', ...headers } });
    return request.on('response', (answer) => {
      const [set] = answer.headers['set-cookie'] ?? [];
      if (set) this.cookie = set.split(';')[0]!;
      onAnswer(answer);
    });
  }
}

/** Every file below a folder with its size, sorted: what is on the disk. */
export function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name)).map((name) => `${path.relative(folder, name)} ${fs.statSync(name).size}`).sort();
}

/** The same when nothing is on its way in any more: files of a request go when its answer is out. */
export async function filesAtRest(folder: string): Promise<string[]> {
  await eventually(() => expect(filesBelow(path.join(folder, '.incoming'))).toEqual([]));
  return filesBelow(folder);
}
