import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { hashPassword } from '../../src/accounts/passwords';
import { presetGroups } from '../../src/accounts/preset-groups';
import { insertGroupUnlessThere, insertMembership, insertUser } from '../../src/accounts/queries';
import { createTasks } from '../../src/tasks';
import { openEmptySite, type TestSite } from '../support/site';
import { PASSWORD, signIn, tokenIn } from './accounts-app';

export interface PeopleSite extends TestSite {
  /** What `deps.now()` says; tests move it. */
  clock: { now: Date };
}

export type Agent = ReturnType<typeof request.agent>;

/** The whole application, the groups that a site begins with, a mail folder of its own, and `admin@example.org`. */
export async function openPeopleSite(): Promise<PeopleSite> {
  const clock = { now: new Date() };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-people-'));
  const site = await openEmptySite({ now: () => clock.now, env: { DATA_DIR: folder } });
  for (const group of presetGroups) await insertGroupUnlessThere(site.deps.db, group);
  const opened = { ...site, clock, close: async () => { await site.close(); fs.rmSync(folder, { recursive: true, force: true }); } };
  await addPerson(opened, 'admin@example.org', 'administrators');
  return opened;
}

/** With the usual password. Gives the id. */
export async function addPerson({ deps }: TestSite, email: string, ...groups: string[]): Promise<number> {
  const id = await insertUser(deps.db, { email, name: `Name of ${email}`, passwordHash: await hashPassword(PASSWORD), createdAt: deps.now() });
  for (const group of groups) await insertMembership(deps.db, id, group);
  return id;
}

export async function signedIn({ server, deps }: TestSite, email: string, password = PASSWORD): Promise<Agent> {
  await deps.db('rateLimits').del();
  const agent = request.agent(server);
  await signIn(agent, email, { password });
  return agent;
}

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A form as the browser sends it, with the token of the session. */
export async function send(agent: Agent, method: Method, url: string, fields: Record<string, string | readonly string[]> = {}): Promise<request.Response> {
  const { text } = await agent.get('/admin/profile');
  const body = new URLSearchParams({ _csrf: tokenIn(text), ...(method === 'POST' ? {} : { _method: method }) });
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  return agent.post(url).set('Sec-Fetch-Site', 'same-origin').type('form').send(body.toString());
}

/** A form of somebody who is not signed in: its token stands in the page. */
export async function sendOpen({ server }: TestSite, url: string, fields: Record<string, string>, page = url): Promise<request.Response> {
  const { text } = await request(server).get(page);
  return request(server).post(url).set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: tokenIn(text), ...fields });
}

/** Does what the worker would do, and gives the mails to somebody in the order they were sent. */
export async function mailsTo({ deps }: TestSite, email: string): Promise<string[]> {
  const tasks = createTasks(deps);
  const jobs = await deps.db('graphile_worker._private_jobs as j').join('graphile_worker._private_tasks as t', 't.id', 'j.taskId').orderBy('j.id').select('j.id', 'j.payload', 't.identifier');
  for (const { id, payload, identifier } of jobs as { id: string; payload: unknown; identifier: string }[]) {
    await tasks[identifier]!(payload);
    await deps.db('graphile_worker._private_jobs').where('id', id).del();
  }
  const folder = path.join(deps.config.dataDir, 'mail');
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
  const mails = files.map((name) => ({ text: fs.readFileSync(path.join(folder, name), 'utf8').replace(/=\n/g, ''), at: fs.statSync(path.join(folder, name)).mtimeMs }));
  return mails.sort((a, b) => a.at - b.at).map(({ text }) => text).filter((text) => text.includes(`To: ${email}`));
}

/** The path of the link in a mail. */
export function linkIn(mail: string | undefined): string {
  return /https?:\/\/[^/\s]+(\/sign-in\/(?:reset|invitation)\/[\w-]+)/.exec(mail ?? '')?.[1] ?? '';
}

export async function historyOf({ deps }: TestSite, action: string): Promise<{ objectId: string; actorId: number | null; detail: Record<string, unknown> }[]> {
  return deps.db('history').where({ action }).orderBy('id').select('objectId', 'actorId', 'detail');
}
