import { axeFindings, WCAG } from '../../support/axe';
import { browsedSite } from '../../support/browsed-site';

const opened = browsedSite();

const KINDS = ['/rfc/', '/rfc/9110/', '/rfc/2616/', '/rfc/1035/', '/rfc/1/', '/rfc/bcp/9/', '/rfc/std/97/', '/rfc/bcp/', '/rfc/status/proposed-standard/?page=2', '/rfc/year/2022/'];
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) => [360, 1280].map((width) => ({ colorScheme, width })));

test.each(LOOKS)('what stands below the list of RFCs passes axe and does not scroll sideways, $colorScheme at $width', async ({ colorScheme, width }) => {
  const context = await opened.browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const findings: string[] = [];
  for (const url of KINDS) {
    const page = await context.newPage();
    expect((await page.goto(opened.site.origin + url))!.status()).toBe(200);
    await page.locator('details.bibtex > summary').click({ timeout: 1_000 }).catch(() => undefined); // only the pages of RFCs have it
    findings.push(...(await axeFindings(page, { tags: WCAG })).map((finding) => `${url} ${finding}`));
    await page.setViewportSize({ width: Math.min(width, 320), height: 900 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) findings.push(`${url} scrolls sideways`);
    await page.close();
  }
  await context.close();
  expect(findings).toEqual([]);
}, 300_000);
