import type { Response } from 'supertest';
import { addPerson, openPeopleSite, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { addPage } from '../../support/site';
import { fieldsOfForm } from './form-fields';

export type Fields = Record<string, string | string[]>;

export interface EditorSite extends PeopleSite {
  about: number;
  agents: Record<'admin' | 'editor' | 'contributor' | 'viewer', Agent>;
}

/** A home page, About below it, and somebody of each preset group. */
export async function openEditorSite(): Promise<EditorSite> {
  const site = await openPeopleSite();
  const about = await addPage(site, { path: '/about', title: 'About', content: aboutText('As it was.') });
  for (const [name, group] of [['editor', 'editors'], ['contributor', 'contributors'], ['viewer', 'viewers']] as const) await addPerson(site, `${name}@example.org`, group);
  const agentOf = (name: string): Promise<Agent> => signedIn(site, `${name}@example.org`);
  const agents = { admin: await agentOf('admin'), editor: await agentOf('editor'), contributor: await agentOf('contributor'), viewer: await agentOf('viewer') };
  return { ...site, about, agents };
}

export function aboutText(words: string): Record<string, unknown> {
  return {
    introduction: 'What it is about.', inDepth: [], questions: [], relatedLinks: [], callToAction: null, signUp: null,
    keyInfo: [{ id: 'b1', type: 'paragraph', value: { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] } } }],
  };
}

/** The form as it stands, ready to be changed and sent. */
export async function openForm(agent: Agent, url: string): Promise<Fields> {
  return fieldsOfForm((await agent.get(url)).text, 'page-form');
}

export function post(agent: Agent, url: string, fields: Fields, { json = false, method = 'POST' }: { json?: boolean; method?: 'POST' | 'PUT' } = {}): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const request = method === 'PUT' ? agent.put(url) : agent.post(url);
  return Promise.resolve(request.set('Sec-Fetch-Site', 'same-origin').set('Accept', json ? 'application/json' : 'text/html').type('form').send(body.toString()));
}
