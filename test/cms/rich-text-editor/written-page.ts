import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { presetGroups } from '../../../src/accounts/preset-groups';
import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { PASSWORD } from '../../accounts/accounts-app';
import { addPerson } from '../../accounts/people-site';
import { browsedSite } from '../../support/browsed-site';
import { addPage, type TestSite } from '../../support/site';

export function paragraph(...texts: string[]): { type: 'doc'; content: unknown[] } {
  return { type: 'doc', content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
}

export const EMPTY = { type: 'doc', content: [] };

export function textBlock(id: string, text: unknown = EMPTY): unknown {
  return { id, type: 'paragraph', value: { text } };
}

export function tableBlock(id: string, rows: unknown[][], more: Record<string, unknown> = {}): unknown {
  return { id, type: 'table', value: { caption: null, headerRow: true, headerColumn: false, align: [], rows, ...more } };
}

/** A draft with these blocks. Gives the address of its editor. */
export async function addWritten(site: TestSite, slug: string, keyInfo: unknown[]): Promise<string> {
  const content = { introduction: 'What it is about.', inDepth: [], questions: [], relatedLinks: [], callToAction: null, signUp: null, keyInfo };
  return `${site.origin}/admin/pages/${await addPage(site, { path: `/${slug}`, title: slug, content, published: false })}/edit`;
}

async function addAdministrator(site: TestSite): Promise<void> {
  for (const group of presetGroups) await insertGroupUnlessThere(site.deps.db, group);
  await addPerson(site, 'writer@example.org', 'administrators');
}

export interface Writer {
  readonly site: TestSite;
  readonly browser: Browser;
  readonly page: Page;
  /** Blocked scripts, styles and Trusted Types are errors in the browser's console: after every test there is none. */
  readonly complaints: string[];
  /** A new page with these blocks in the editor. */
  write(...blocks: unknown[]): Promise<void>;
  /** What a text of the page would be stored as, the first if not told otherwise. */
  contentOf(index?: number): Promise<unknown>;
  text(): Locator;
}

/** An administrator in the editor of the demonstration, for a whole test file; there before its first test. */
export function openWriter(): Writer {
  const opened = browsedSite();
  const staff = {} as Awaited<ReturnType<typeof openStaff>>;
  let pages = 0;
  beforeAll(async () => {
    await addAdministrator(opened.site);
    Object.assign(staff, await openStaff(opened.site, opened.browser));
  }, 60_000);
  afterEach(() => { expect(staff.complaints.splice(0)).toEqual([]); });
  return {
    get site() { return opened.site; },
    get browser() { return opened.browser; },
    get page() { return staff.page; },
    get complaints() { return staff.complaints; },
    async write(...blocks) {
      pages += 1;
      await staff.page.goto(await addWritten(opened.site, `written-${pages}`, blocks.length > 0 ? blocks : [textBlock('first')]));
      await staff.page.getByRole('textbox', { name: 'Text' }).first().waitFor();
    },
    contentOf: async (index = 0) => (JSON.parse((await storedIn(staff.page))[index]!) as { content: unknown }).content,
    text: () => staff.page.locator('.rt').first(),
  };
}

/** Signed in, and everything that the browser complains about written down. */
export async function openStaff(site: TestSite, browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  await site.deps.db('rateLimits').del();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(`${site.origin}/sign-in`);
  await page.getByLabel('E-mail address').fill('writer@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/admin');
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => { complaints.push(error.message); });
  return { page, context, complaints };
}

/** What the hidden fields of documents hold, in the order of the page. */
export function storedIn(page: Page): Promise<string[]> {
  return page.locator('#page-form input[type="hidden"][name$=".json"]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
}

/** As if it had been copied elsewhere. */
export async function paste(page: Page, data: { text: string; html?: string }): Promise<void> {
  await page.evaluate(({ text, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    if (html !== undefined) clipboardData.setData('text/html', html);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

/** A paragraph of plain text, or of pieces with marks. */
export function p(...pieces: (string | [string, ...string[]] | Record<string, unknown>)[]): Record<string, unknown> {
  return { type: 'paragraph', content: pieces.map((piece) => {
    if (typeof piece === 'string') return { type: 'text', text: piece };
    return Array.isArray(piece) ? { type: 'text', marks: piece.slice(1).map((type) => ({ type })), text: piece[0] } : piece;
  }) };
}
