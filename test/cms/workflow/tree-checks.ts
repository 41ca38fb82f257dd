import request from 'supertest';
import { lookUp } from '../../../src/cms/addresses/look-up';
import type { TestSite } from '../../support/site';
import type { World } from './tree-operations';

/** Rows of the register, as the model writes them. */
export async function registerRows({ deps, siteId }: TestSite): Promise<string[]> {
  const rows = await deps.db('addresses').where({ siteId }).select<{ path: string; kind: string; pageId: number | null }[]>('path', 'kind', 'pageId');
  return rows.map(({ path, kind, pageId }) => `${path} ${kind} ${pageId}`).sort();
}

/** What the tree promises about itself: each line is a page that breaks it. None is what it should be. */
export async function brokenPages({ deps }: TestSite): Promise<string[]> {
  const { rows } = await deps.db.raw<{ rows: { broken: string }[] }>(`
    select p.id || ': ' || concat_ws(', ',
      case when p.path <> (case when u.path = '/' then '' else u.path end) || '/' || p.slug then 'path' end,
      case when p.ancestor_ids <> u.ancestor_ids || u.id then 'ancestor_ids' end,
      case when p.ancestor_trashed <> (u.ancestor_trashed or u.trashed_at is not null) then 'ancestor_trashed' end,
      case when array_position('{public,password,signed-in}', p.effective_access)
        <> greatest(array_position('{public,password,signed-in}', p.access), array_position('{public,password,signed-in}', u.effective_access)) then 'effective_access' end,
      case when (p.live_revision_id is not null) <> exists (select from listings l where l.page_id = p.id) then 'listing' end,
      case when (p.live_revision_id is not null) <> exists (select from search_documents d where d.page_id = p.id) then 'search' end,
      case when p.live_revision_id is null and exists (select from page_references r where r.page_id = p.id) then 'references' end,
      case when p.slug <> (select slug from revisions where id = p.live_revision_id) then 'slug of the live revision' end
    ) as broken
    from pages p join pages u on u.id = p.parent_id`);
  return rows.map(({ broken }) => broken).filter((line) => !line.endsWith(': '));
}

/** What the register answers, as the model writes it. A redirect is followed once, and must lead to the page. */
export async function answerOfRegister({ deps, siteId }: TestSite, path: string): Promise<string> {
  const found = await lookUp(deps.db, siteId, path, deps.now());
  if (found.kind === 'page') return `200 ${found.row.pageId}`;
  if (found.kind === 'gone') return '410';
  if (found.kind !== 'redirect') return '404';
  const next = await lookUp(deps.db, siteId, found.to === '/' ? '/' : found.to.slice(0, -1), deps.now());
  return next.kind === 'page' ? `301 ${found.to} ${next.row.pageId}` : `a chain: ${path} → ${found.to} → ${next.kind}`;
}

/** The same over HTTP, without the page's id. */
export async function answerOverHttp({ server }: TestSite, path: string): Promise<string> {
  const { status, headers } = await request(server).get(path === '/' ? '/' : `${path}/`);
  if (status !== 301) return String(status);
  const next = await request(server).get(headers.location!);
  return next.status === 200 ? `301 ${headers.location}` : `a chain: ${path} → ${headers.location} → ${next.status}`;
}

/** Paths whose answer is not the one that the model wants, of every path that any page ever had. */
export async function wrongAnswers({ site, model }: World, overHttp: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const path of new Set([...model.lastPublicAt.keys(), ...model.everUsed])) {
    const [wanted, got] = [model.answer(path), await answerOfRegister(site, path)];
    if (wanted !== got) wrong.push(`${path}: ${got} instead of ${wanted}`);
  }
  for (const path of overHttp) {
    const [wanted, got] = [model.answer(path).replace(/ \d+$/, ''), await answerOverHttp(site, path)];
    if (wanted !== got) wrong.push(`GET ${path}: ${got} instead of ${wanted}`);
  }
  return wrong;
}
