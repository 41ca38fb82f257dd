import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addPerson, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { PASSWORD } from '../../accounts/accounts-app';
import { freePort, RunningProcess, statusOf } from '../../support/process';
import { addPage } from '../../support/site';

export interface Kills {
  readonly problems: string[];
  readonly saved: number;
  readonly published: number;
}

/**
 * A server of its own is killed with SIGKILL again and again, each time at another moment, while somebody saves and publishes through it as a
 * browser does. After each kill the database is looked at: what was acknowledged is there, nothing is half there.
 */
export async function killWhileSaving(times: number): Promise<Kills> {
  const site = await openPeopleSite();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-kills-'));
  await addPerson(site, 'publisher@example.org', 'administrators');
  const pageId = await addPage(site, { path: '/statuses', title: 'Title 0' });
  const seen: Acknowledged = { saved: 0, published: 0 };
  const problems: string[] = [];
  for (let round = 0; round < times; round += 1) {
    await workUntilKilled({ databaseUrl: site.deps.databaseUrl, folder, pageId, until: round % 2 === 0 ? 'saved' : 'published', delay: (round * 37) % 160 }, seen);
    problems.push(...(await contradictions(site, pageId, seen)).map((problem) => `round ${round}: ${problem}`));
  }
  await site.close();
  fs.rmSync(folder, { recursive: true, force: true });
  return { problems, ...seen };
}

/** The number in the last title that was acknowledged. */
interface Acknowledged { saved: number; published: number }

interface Round {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly pageId: number;
  /** What is waited for, and how many milliseconds after that the server is killed: in the middle of what comes next. */
  readonly until: keyof Acknowledged;
  readonly delay: number;
}

async function workUntilKilled({ databaseUrl, folder, pageId, until, delay }: Round, seen: Acknowledged): Promise<void> {
  const port = await freePort();
  const server = new RunningProcess('server', [], { NODE_ENV: 'test', LOG_LEVEL: 'silent', PORT: String(port), DATABASE_URL: databaseUrl, DATA_DIR: folder, SEED: 'none' });
  const origin = `http://localhost:${port}`;
  try {
    await server.waitUntil(async () => (await statusOf(`${origin}/readyz`)) === 200);
    const browser = await signIn(origin);
    let failure: unknown = null;
    const work = browser.workOn(pageId, seen).catch((error: unknown) => { failure = error; }); // cut off in the middle, in the end
    const before = seen[until];
    while (seen[until] === before && failure === null) await pause(2);
    if (failure !== null) throw failure as Error;
    await pause(delay);
    server.signal('SIGKILL');
    await Promise.all([server.ended, work]);
  } finally {
    server.signal('SIGKILL');
  }
}

async function signIn(origin: string): Promise<SmallBrowser> {
  const browser = new SmallBrowser(origin);
  const token = tokenIn(await browser.get('/sign-in'));
  await browser.post('/sign-in', { _csrf: token, email: 'publisher@example.org', password: PASSWORD, next: '' });
  return browser;
}

/** Cookies and forms, nothing else. */
class SmallBrowser {
  private cookie = '';

  constructor(private readonly origin: string) {}

  async get(url: string): Promise<string> {
    return (await this.send(url)).text();
  }

  async post(url: string, fields: Record<string, string>): Promise<Response> {
    return this.send(url, { method: 'POST', body: new URLSearchParams(fields), headers: { 'Sec-Fetch-Site': 'same-origin' } });
  }

  /** Save, publish, save, publish: one title after the other, until the connection is gone. */
  async workOn(pageId: number, seen: Acknowledged): Promise<void> {
    for (;;) {
      const form = await this.get(`/admin/pages/${pageId}/edit`);
      const number = Number(/name="title"[^>]*>\s*Title (\d+)/.exec(form)?.[1] ?? /name="title"[^>]*value="Title (\d+)"/.exec(form)![1]) + 1;
      const _csrf = tokenIn(form);
      const fields = { _csrf, base: /name="base" value="(\d+)"/.exec(form)![1]!, number: '0', title: `Title ${number}`, slug: 'statuses' };
      const saved = await this.post(`/admin/pages/${pageId}/revisions`, fields);
      if (saved.status !== 303) throw new Error(`Saving answered ${saved.status}`);
      seen.saved = number;
      const revision = /name="revision" value="(\d+)"/.exec(await this.get(`/admin/pages/${pageId}/publication/new`))![1]!;
      const published = await this.post(`/admin/pages/${pageId}/publication`, { _csrf, revision, when: 'now' });
      if (published.status !== 303) throw new Error(`Publishing answered ${published.status}`);
      seen.published = number;
    }
  }

  private async send(url: string, request: RequestInit = {}): Promise<Response> {
    const answer = await fetch(this.origin + url, { ...request, redirect: 'manual', headers: { ...request.headers, Accept: 'text/html', Cookie: this.cookie } });
    const set = answer.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0]!;
    return answer;
  }
}

function tokenIn(html: string): string {
  return /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

interface State { draft: string; live: string; title: string; listing: string; search: string; saved: number; revisions: number }

const STATE = `
  select d.title as draft, l.title as live, p.title, li.title as listing, s.title as search,
    (select count(*)::int from history where object_type = 'page' and object_id = p.id::text and action = 'page.saved') as saved,
    (select count(*)::int from revisions where page_id = p.id) as revisions
  from pages p join revisions d on d.id = p.draft_revision_id join revisions l on l.id = p.live_revision_id
    join listings li on li.page_id = p.id join search_documents s on s.page_id = p.id
  where p.id = ?`;

async function contradictions({ deps }: PeopleSite, pageId: number, seen: Acknowledged): Promise<string[]> {
  const { rows } = await deps.db.raw<{ rows: State[] }>(STATE, [pageId]);
  const { draft, live, title, listing, search, saved, revisions } = rows[0]!;
  const numberOf = (words: string): number => Number(words.slice('Title '.length));
  return [
    ...(numberOf(draft) < seen.saved ? [`save ${seen.saved} was acknowledged, ${draft} is there`] : []),
    ...(numberOf(live) < seen.published ? [`publication ${seen.published} was acknowledged, ${live} is live`] : []),
    ...([title, listing, search].every((one) => one === live) ? [] : [`half a publication: ${JSON.stringify(rows[0])}`]),
    ...(saved === revisions ? [] : [`${revisions} revisions, ${saved} of them in history`]),
  ];
}
