import request from 'supertest';
import type { Question, QuestionType } from '../../../src/cms/forms/form';
import { formPage } from '../../../src/site/contact/form.page';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

export function question(type: QuestionType, more: Partial<Question> = {}): Question {
  const choices = ['checkboxes', 'drop-down', 'multiple-select', 'radio'].includes(type) ? 'red\ngreen\nblue' : '';
  return { name: type, label: `A ${type}`, help: '', required: false, type, choices, defaultValue: '', ...more };
}

export const TYPES: readonly QuestionType[] = [
  'single-line', 'multi-line', 'email', 'number', 'url', 'checkbox', 'checkboxes', 'drop-down', 'multiple-select', 'radio', 'date', 'date-time', 'hidden',
];

export interface FormOptions { path?: string; questions?: readonly Question[]; toAddress?: string; more?: Record<string, unknown> }

export function addForm(site: TestSite, { path = '/ask', questions = [question('single-line', { required: true })], toAddress = 'desk@example.org', more = {} }: FormOptions = {}): Promise<number> {
  return addPage(site, { path, type: 'form', title: 'Ask us', content: { ...formPage.example, fields: [...questions], toAddress, ...more } });
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The hidden fields of a form that somebody has opened. */
export async function opened(site: TestSite, url = '/ask/'): Promise<{ _csrf: string; _opened: string; _website: string }> {
  const { text } = await request(site.server).get(url).expect(200);
  return hiddenIn(text);
}

export function hiddenIn(html: string): { _csrf: string; _opened: string; _website: string } {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!;
  return { _csrf: value('_csrf'), _opened: value('_opened'), _website: '' };
}

export function send(site: TestSite, pageId: number, fields: Fields): request.Test {
  return request(site.server).post(`/forms/${pageId}`).set('Sec-Fetch-Site', 'same-origin').type('form').send(new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ).toString());
}

export const submissions = ({ deps }: TestSite) => deps.db('formSubmissions').orderBy('id').select<Record<string, unknown>[]>('*');
export const mailJobs = ({ deps }: TestSite) => deps.db('graphile_worker.jobs').where('taskIdentifier', 'mail-submission').select<{ key: string }[]>('key');
export const historyOf = ({ deps }: TestSite, action: string) => deps.db('history').where({ action }).select<Record<string, unknown>[]>('*');

export interface ClockedSite {
  readonly site: TestSite;
  later(seconds: number): void;
  /** What a person would send: opened, and sent some seconds later. */
  filledIn(fields: Fields): Promise<Record<string, string | readonly string[]> & { _csrf: string; _opened: string }>;
}

/** A site for each test, whose clock the test moves. */
export function clockedSite(): ClockedSite {
  let time = Date.UTC(2026, 10, 22, 12);
  const opening = {} as { site: TestSite };
  beforeEach(async () => { opening.site = await openEmptySite({ now: () => new Date(time) }); });
  afterEach(() => opening.site.close());
  return {
    get site() { return opening.site; },
    later(seconds) { time += seconds * 1_000; },
    async filledIn(fields) {
      const hidden = await opened(opening.site);
      time += 3_000;
      return { ...hidden, ...fields };
    },
  };
}
