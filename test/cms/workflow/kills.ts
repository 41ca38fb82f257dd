import { spawn } from 'node:child_process';
import path from 'node:path';
import { once } from 'node:events';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

interface State { title: string; slug: string; path: string; titleLive: string; childPath: string; address: string; listing: string; search: string; history: string }

/**
 * Kill a publishing process again and again, each time at another moment, and look at the database after each.
 * Gives the problems found; none means that every acknowledged publication is there and none is half there.
 */
export async function killWhilePublishing(times: number): Promise<{ problems: string[]; published: number }> {
  const site = await openEmptySite();
  const pageId = await addPage(site, { path: '/slug-0', type: 'section', title: 'Title 0' });
  await addPage(site, { path: '/slug-0/child', title: 'Child' });
  const problems: string[] = [];
  let acknowledged = 0;
  for (let round = 0; round < times; round += 1) {
    acknowledged = Math.max(acknowledged, await publishUntilKilled(site, pageId, acknowledged + 1, 1 + (round * 7) % 40));
    const state = await look(site, pageId);
    acknowledged = Math.max(acknowledged, Number(state.slug.slice('slug-'.length)));
    problems.push(...contradictions(state, acknowledged).map((problem) => `round ${round}: ${problem}`));
  }
  await site.close();
  return { problems, published: acknowledged };
}

/** Starts the process, lets it publish, and kills it some milliseconds after an acknowledgement. Gives the last number acknowledged. */
async function publishUntilKilled({ deps }: TestSite, pageId: number, first: number, delay: number): Promise<number> {
  const program = path.join(__dirname, 'publish-until-killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, deps.databaseUrl, String(pageId), String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
    said += data.toString();
  });
  await once(child, 'exit');
  return Number(said.trim().split('\n').at(-1) ?? first - 1) || first - 1;
}

async function look({ deps }: TestSite, pageId: number): Promise<State> {
  const { rows } = await deps.db.raw<{ rows: State[] }>(`
    select p.title, p.slug, p.path, r.title as title_live, c.path as child_path, a.path as address, l.title as listing, s.title as search,
      (select detail->>'title' from history where object_id = p.id::text and action = 'page.published' order by id desc limit 1) as history
    from pages p join revisions r on r.id = p.live_revision_id join pages c on c.parent_id = p.id join addresses a on a.page_id = p.id and a.kind = 'page'
      join listings l on l.page_id = p.id join search_documents s on s.page_id = p.id
    where p.id = ?`, [pageId]);
  return rows[0]!;
}

function contradictions(state: State, acknowledged: number): string[] {
  const number = Number(state.slug.slice('slug-'.length));
  const title = `Title ${number}`;
  const wanted = { ...state, title, path: `/slug-${number}`, titleLive: title, childPath: `/slug-${number}/child`, address: `/slug-${number}`, listing: title, search: title, history: title };
  return [
    ...(number < acknowledged ? [`publication ${acknowledged} was acknowledged, ${number} is there`] : []),
    ...(JSON.stringify(state) === JSON.stringify(wanted) ? [] : [`half a publication: ${JSON.stringify(state)}`]),
  ];
}
