import { axeFindings, WCAG } from '../support/axe';
import { browsedSite } from '../support/browsed-site';
import { listPublicPages } from '../support/public-pages';

const opened = browsedSite();

/** Every kind of page has the other two looks in `pages.test.ts`: each single page has both themes and both widths here once. */
const LOOKS = [{ colorScheme: 'light', width: 360 }, { colorScheme: 'dark', width: 1280 }] as const;

test.each(LOOKS)('every page passes axe and does not scroll sideways, $colorScheme at $width', async ({ colorScheme, width }) => {
  const context = await opened.browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const findings: string[] = [];
  for (const { url } of await listPublicPages(opened.site)) {
    const page = await context.newPage();
    await page.goto(opened.site.origin + url);
    findings.push(...(await axeFindings(page, { tags: WCAG })).map((finding) => `${url} ${finding}`));
    await page.setViewportSize({ width: Math.min(width, 320), height: 900 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) findings.push(`${url} scrolls sideways`);
    await page.close();
  }
  await context.close();
  expect(findings).toEqual([]);
}, 600_000);
