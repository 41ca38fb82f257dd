import type request from 'supertest';
import { tokenIn } from '../../accounts/accounts-app';
import type { Agent } from '../../accounts/people-site';

export interface Sent {
  readonly name: string;
  readonly content: Buffer | string;
}

/** A form with files as the client's script sends it: the token in the header, JSON wanted. */
export async function sendFiles(agent: Agent, url: string, files: readonly Sent[], fields: Readonly<Record<string, string>> = {}): Promise<request.Response> {
  const { text } = await agent.get('/admin/profile');
  const sending = agent.post(url).set('Sec-Fetch-Site', 'same-origin').set('X-CSRF-Token', tokenIn(text)).accept('json');
  for (const [name, value] of Object.entries(fields)) void sending.field(name, value);
  for (const { name, content } of files) void sending.attach('file', Buffer.from(content), name);
  return sending;
}
