import ICAL from 'ical.js';
import request from 'supertest';
import { registrations } from '../../../src/site/index';
import { addPage, type PageToAdd, type TestSite } from '../../support/site';

/** A page made of its type's example, with something else in it. Gives its id. */
export async function addExample(site: TestSite, path: string, type: string, content: Record<string, unknown> = {}, more: Partial<PageToAdd> = {}): Promise<number> {
  const { example } = registrations.pageTypes.find(({ key }) => key === type)!;
  return addPage(site, { path, type, title: `Title ${path.split('/').at(-1)}`, content: { ...example, ...content }, ...more });
}

export async function textOf(site: TestSite, path: string): Promise<string> {
  const { text } = await request(site.server).get(path).expect(200);
  return text;
}

export async function mainOf(site: TestSite, path: string): Promise<string> {
  const text = await textOf(site, path);
  return text.slice(text.indexOf('<main'), text.indexOf('</main>'));
}

/** The words of the links to events, in the order of the page. */
export function titlesIn(html: string): string[] {
  return [...html.matchAll(/<a href="[^"]*">(Title [\w-]+)</g)].map(([, title]) => title!.replace('Title ', ''));
}

/** What another parser reads in the calendar at an address. */
export async function calendarAt(site: TestSite, path: string): Promise<ICAL.Component[]> {
  const { text } = await request(site.server).get(path).expect(200).expect('Content-Type', 'text/calendar; charset=utf-8');
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
}
