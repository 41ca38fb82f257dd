import type { Browser, Locator, Page } from 'playwright-core';
import { openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { launchBrowser } from '../../support/browser';
import { signInAs } from '../../support/staff-browser';
import { addWritten, storedIn } from '../rich-text-editor/written-page';
import { fillLibrary } from './brought-files';

export interface LibraryWriter {
  readonly site: PeopleSite;
  readonly browser: Browser;
  readonly page: Page;
  /** Blocked scripts, styles and Trusted Types are errors in the browser's console: after every test there is none. */
  readonly complaints: string[];
  /** A new page with these blocks in the editor. */
  write(...blocks: unknown[]): Promise<void>;
  /** What the first text of the page would be stored as. */
  contentOf(): Promise<unknown>;
  text(): Locator;
}

/** An administrator in the editor of a site with a small library, for a whole test file; there before its first test. */
export function openLibraryWriter(pictures = 22): LibraryWriter {
  const opened = {} as { site: PeopleSite; browser: Browser; page: Page };
  const complaints: string[] = [];
  let pages = 0;
  beforeAll(async () => {
    opened.site = await openPeopleSite();
    opened.browser = await launchBrowser();
    await fillLibrary(opened.site, pictures);
    opened.page = await signInAs(opened.site, await opened.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }));
    opened.page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    opened.page.on('pageerror', (error) => { complaints.push(error.message); });
  }, 120_000);
  afterEach(() => { expect(complaints.splice(0)).toEqual([]); });
  afterAll(async () => {
    await opened.browser?.close();
    await opened.site?.close();
  });
  return {
    get site() { return opened.site; },
    get browser() { return opened.browser; },
    get page() { return opened.page; },
    complaints,
    async write(...blocks) {
      pages += 1;
      await opened.page.goto(await addWritten(opened.site, `written-${pages}`, blocks));
      await opened.page.getByRole('textbox', { name: 'Text' }).first().waitFor();
    },
    contentOf: async () => (JSON.parse((await storedIn(opened.page))[0]!) as { content: unknown }).content,
    text: () => opened.page.locator('.rt').first(),
  };
}
