import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { openSeededSite, type TestSite } from './site';

/** The demonstration with a browser beside it, for a whole test file; filled before its first test. */
export function browsedSite(): { site: TestSite; browser: Browser } {
  const opened = {} as { site: TestSite; browser: Browser };
  beforeAll(async () => {
    opened.site = await openSeededSite();
    opened.browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await opened.browser?.close();
    await opened.site?.close();
  });
  return opened;
}
