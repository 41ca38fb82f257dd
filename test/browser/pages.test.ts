import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '../support/browser';
import { onePagePerType } from '../support/public-pages';
import { listRoutesBelow } from '../support/routes-below';
import { openSeededSite, type TestSite } from '../support/site';

/** One page of every type and every error page, in two of the four looks; `every-page.long.ts` has all pages in the two others. */
let site: TestSite;
let browser: Browser;
let addresses: { name: string; url: string }[];

beforeAll(async () => {
  site = await openSeededSite();
  browser = await launchBrowser();
  await site.deps.db('addresses').insert({ siteId: site.siteId, path: '/about/gone', kind: 'gone', reason: 'It was about a meeting of 1999.', createdAt: new Date() });
  addresses = [
    ...(await onePagePerType(site)).map(({ type, url }) => ({ name: type, url })),
    ...(await listRoutesBelow(site, 'pages')).map((url) => ({ name: url, url })),
    { name: 'filtered', url: '/blog/?topic=&date_from=nonsense&date_to=2020-01-01' },
    { name: 'search', url: '/search/?query=standards' }, { name: 'search, nothing found', url: '/search/?query=xyzzy' },
    { name: '404', url: '/meeting/no-such-meeting/' }, { name: '410', url: '/about/gone/' }, { name: '400', url: '/%25%00'.replace('%25', '%') },
  ];
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await site.close();
});

const LOOKS = [{ colorScheme: 'light', width: 1280 }, { colorScheme: 'dark', width: 360 }] as const;

interface Finding { page: string; problem: string }

async function onEvery(look: { colorScheme: 'light' | 'dark'; width: number; javaScriptEnabled?: boolean }, check: (page: Page, name: string) => Promise<string[]>): Promise<Finding[]> {
  const context = await browser.newContext({ ...look, viewport: { width: look.width, height: 900 }, reducedMotion: 'reduce' });
  const findings: Finding[] = [];
  for (const { name, url } of addresses) {
    const page = await context.newPage();
    await page.goto(site.origin + url);
    findings.push(...(await check(page, name)).map((problem) => ({ page: name, problem })));
    await page.close();
  }
  await context.close();
  return findings;
}

test.each(LOOKS)('axe finds nothing on any kind of page, $colorScheme at $width', async (look) => {
  const findings = await onEvery(look, async (page) => {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`);
  });
  expect(findings).toEqual([]);
}, 400_000);

test('no page logs an error, asks another host, sets a cookie or scrolls sideways at 320 pixels', async () => {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const problems: string[] = [];
  context.on('request', (request) => { if (new URL(request.url()).origin !== site.origin && !request.url().startsWith('data:')) problems.push(`asks ${request.url()}`); });
  for (const { name, url } of addresses) {
    const page = await context.newPage();
    page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) problems.push(`${name}: ${message.text()}`); });
    page.on('pageerror', (error) => { problems.push(`${name}: ${error.message}`); });
    await page.goto(site.origin + url, { waitUntil: 'load' });
    await page.evaluate(() => { window.scrollTo(0, document.body.scrollHeight); });
    await page.waitForLoadState('networkidle');
    await page.setViewportSize({ width: 320, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) problems.push(`${name}: ${wide} px too wide at 320`);
    await page.close();
  }
  expect(problems).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
}, 240_000);

test('with scripts off every text can be read: nothing is hidden but what a disclosure opens', async () => {
  const findings = await onEvery({ colorScheme: 'light', width: 1280, javaScriptEnabled: false }, async (page) => {
    const main = page.locator('main');
    return (await main.innerText()).trim().length > 20 ? [] : ['main is empty'];
  });
  expect(findings).toEqual([]);
}, 240_000);
