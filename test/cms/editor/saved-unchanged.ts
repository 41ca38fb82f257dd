import type { Agent } from '../../accounts/people-site';
import type { TestSite } from '../../support/site';
import { fieldsOfForm } from './form-fields';

export interface StoredPage { id: number; path: string; draftRevisionId: number }

/** Opens each page in the editor and sends its form back as it is. Gives those of which something changed, or that did not open. */
export async function changedBySaving(site: TestSite, agent: Agent, pages: readonly StoredPage[]): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const { id, path, draftRevisionId } of pages) {
    const { status, text } = await agent.get(`/admin/pages/${id}/edit`);
    if (status !== 200) { wrong.push([path, status]); continue; }
    const { _csrf, ...fields } = fieldsOfForm(text, 'page-form');
    const saved = await agent.post(`/admin/pages/${id}/revisions`).set('Sec-Fetch-Site', 'same-origin').type('form').send(bodyOf({ _csrf: _csrf!, ...fields }));
    const after = await site.deps.db('pages').where({ id }).first<{ draftRevisionId: number }>('draftRevisionId');
    if (saved.headers.location !== `/admin/pages/${id}/edit?done=unchanged` || after.draftRevisionId !== draftRevisionId) wrong.push([path, saved.status, saved.headers.location, saved.text.slice(0, 200)]);
  }
  return wrong;
}

export function bodyOf(fields: Record<string, string | string[]>): string {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  return body.toString();
}
