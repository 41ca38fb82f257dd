import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { addPage } from '../../support/site';
import { PASSWORD } from '../../accounts/accounts-app';
import { openEditorSite, type EditorSite } from './site';

export const textBlock = (id: string, words: string) => ({ id, type: 'paragraph', value: { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] } } });
export const boxBlock = (id: string, title: string) => ({ id, type: 'callout', value: { ...textBlock(id, 'In the box.').value, kind: 'note', title } });
export const faqBlock = (id: string, ...questions: string[]) => ({ id, type: 'faq', value: { items: questions.map((question) => ({ question, answer: textBlock('x', 'An answer.').value.text })) } });

interface Block { id: string; type: string; value: Record<string, never> }

/** The editor in a real browser, for a whole test file. */
export interface BrowsedEditor {
  readonly site: EditorSite;
  readonly browser: Browser;
  /** A page with these blocks in its first stream; gives its id. */
  addText(path: string, ...blocks: unknown[]): Promise<number>;
  /** What somebody's working copy of the page holds; undefined: none. */
  kept(id: number): Promise<{ title: string; keyInfo: Block[]; introduction: string } | undefined>;
  open(options?: BrowserContextOptions & { email?: string }): Promise<Opened>;
}

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Everything that the browser complained about. */
  readonly complaints: string[];
  /** Another window of the same person. */
  another(): Promise<Page>;
  edit(id: number, page?: Page): Promise<void>;
}

export function browsedEditor(): BrowsedEditor {
  const opened = {} as { site: EditorSite; browser: Browser };
  beforeAll(async () => {
    opened.site = await openEditorSite();
    opened.browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await opened.browser?.close();
    await opened.site?.close();
  });
  return {
    get site() { return opened.site; },
    get browser() { return opened.browser; },
    addText: (path, ...keyInfo) => addPage(opened.site, { path, title: `Page ${path}`, content: { introduction: '', inDepth: [], questions: [], relatedLinks: [], callToAction: null, signUp: null, keyInfo } }),
    kept: async (pageId) => {
      const row = await opened.site.deps.db('workingCopies').where({ pageId }).first<{ title: string; content: { keyInfo: Block[]; introduction: string } } | undefined>();
      return row && { title: row.title, keyInfo: row.content.keyInfo, introduction: row.content.introduction };
    },
    open: (options) => open(opened, options),
  };
}

async function open({ site, browser }: { site: EditorSite; browser: Browser }, { email = 'editor@example.org', ...options }: BrowserContextOptions & { email?: string } = {}): Promise<Opened> {
  await site.deps.db('rateLimits').del();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
  const complaints: string[] = [];
  const another = async (): Promise<Page> => {
    const page = await context.newPage();
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', (error) => { complaints.push(error.message); });
    return page;
  };
  const page = await another();
  await page.goto(`${site.origin}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/admin');
  const edit = async (id: number, on = page): Promise<void> => {
    await on.goto(`${site.origin}/admin/pages/${id}/edit`);
    await on.getByRole('tab', { name: 'Content' }).waitFor();
  };
  return { context, page, complaints, another, edit };
}

/** `Kept`, once nothing is under way and everything typed has arrived. */
export async function waitKept(page: Page, words = /^Kept \d\d:\d\d/): Promise<void> {
  await page.waitForTimeout(1_100); // the pause after which it is sent
  await page.locator('[data-autosave]').getByText(words).waitFor();
}
