import sharp from 'sharp';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { launchBrowser } from '../../support/browser';
import { signInAs } from '../../support/staff-browser';

export interface BrowsedLibrary {
  site: PeopleSite;
  context: BrowserContext;
  /** An administrator, on a wide screen. */
  page: Page;
  /** Everything that the browser complained about. */
  errors: string[];
}

/** An empty library with an administrator before it, for a whole test file; filled before its first test. */
export function browsedLibrary(): BrowsedLibrary {
  const errors: string[] = [];
  const opened = { errors } as BrowsedLibrary;
  let browser: Browser | undefined;
  beforeAll(async () => {
    opened.site = await openPeopleSite();
    browser = await launchBrowser();
    opened.context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    opened.page = await signInAs(opened.site, opened.context);
    opened.page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) errors.push(`${opened.page.url()}: ${message.text()}`); });
    opened.page.on('pageerror', (error) => errors.push(error.message));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await opened.site?.close();
  });
  return opened;
}

/** A picture of one colour, as a file input takes it. */
export async function picture(name: string, background: string, { width = 900, height = 600 } = {}): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name, mimeType: 'image/png', buffer: await sharp({ create: { width, height, channels: 3, background } }).png().toBuffer() };
}

export function imageTitled({ deps: { db } }: PeopleSite, title: string): Promise<Record<string, unknown>> {
  return db('images').where({ title }).first();
}
