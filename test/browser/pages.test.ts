import type { Browser, Page } from 'playwright-core';
import { axeFindings, WCAG } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { eventually } from '../support/eventually';
import { onePagePerType } from '../support/public-pages';
import { listRoutesBelow } from '../support/routes-below';
import { openSeededSite, type TestSite } from '../support/site';

/**
 * One page of every type and every error page, loaded once for all that is looked for. Two of the four looks: `every-page.long.ts` has
 * all pages in the two others.
 */
let site: TestSite;
let browser: Browser;
let addresses: { name: string; url: string }[];
/** What was found, as `name: problem`. */
const found: Record<'asked' | 'errors' | 'cookies' | keyof Looks, string[]> = { asked: [], errors: [], cookies: [], light: [], dark: [], sideways: [] };

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
  await visitAll();
}, 400_000);

afterAll(async () => {
  await browser?.close();
  await site.close();
});

async function visitAll(): Promise<void> {
  const context = await browser.newContext({ colorScheme: 'light', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  context.on('request', (request) => { if (new URL(request.url()).origin !== site.origin && !request.url().startsWith('data:')) found.asked.push(request.url()); });
  for (const { name, url } of addresses) {
    const page = await context.newPage();
    page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) found.errors.push(`${name}: ${message.text()}`); });
    page.on('pageerror', (error) => { found.errors.push(`${name}: ${error.message}`); });
    await page.goto(site.origin + url, { waitUntil: 'load' });
    for (const [what, problems] of Object.entries(await looksOf(page))) found[what as keyof Looks].push(...problems.map((problem) => `${name}: ${problem}`));
    await page.close();
  }
  found.cookies.push(...(await context.cookies()).map(({ name }) => name));
  await context.close();
}

type Looks = Record<'light' | 'dark' | 'sideways', string[]>;

async function looksOf(page: Page): Promise<Looks> {
  await loadWhatIsSeen(page);
  const light = await axeFindings(page, { tags: WCAG });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 900 });
  const dark = await axeFindings(page, { tags: WCAG });
  await page.setViewportSize({ width: 320, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return { light, dark, sideways: wide > 0 ? [`${wide} px`] : [] };
}

/** To the end and back, until the pictures that came into view are there. `networkidle` would wait half a second more on every page. */
async function loadWhatIsSeen(page: Page): Promise<void> {
  await page.evaluate(() => { scrollTo(0, document.body.scrollHeight); });
  await eventually(async () => { expect(await page.evaluate(missingInView)).toEqual([]); });
  await page.evaluate(() => { scrollTo(0, 0); });
}

/** In a closed menu nothing is loaded. */
function missingInView(): string[] {
  return [...document.images].filter((image) => {
    const { top, bottom } = image.getBoundingClientRect();
    return !image.complete && image.checkVisibility() && bottom > 0 && top < innerHeight;
  }).map(({ currentSrc }) => currentSrc);
}

test('these looks find what is wrong: too little contrast in one theme only, a picture without a text, a wide line', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent(`<!doctype html><html lang="en"><title>Wrong</title><style>
    p { color: #000; background: #fff } @media (prefers-color-scheme: dark) { p { color: #ddd } } pre { width: 1000px }
  </style><main><p>Words</p><img src="data:,"><pre>wide</pre></main>`);
  const { light, dark, sideways } = await looksOf(page);
  const rules = (findings: string[]): string[] => findings.map((finding) => finding.split(':')[0]!);
  expect([rules(light), rules(dark), sideways.length]).toEqual([['image-alt'], ['color-contrast', 'image-alt'], 1]);
  await page.close();
});

test('axe finds nothing on any kind of page, light at 1280', () => { expect(found.light).toEqual([]); });

test('axe finds nothing on any kind of page, dark at 360', () => { expect(found.dark).toEqual([]); });

test('no page logs an error', () => { expect(found.errors).toEqual([]); });

test('no page asks another host', () => { expect(found.asked).toEqual([]); });

test('no page sets a cookie', () => { expect(found.cookies).toEqual([]); });

test('no page scrolls sideways at 320 pixels', () => { expect(found.sideways).toEqual([]); });

test('with scripts off every text can be read: nothing is hidden but what a disclosure opens', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const empty: string[] = [];
  for (const { name, url } of addresses) {
    await page.goto(site.origin + url);
    if ((await page.locator('main').innerText()).trim().length <= 20) empty.push(name);
  }
  expect(empty).toEqual([]);
  await context.close();
}, 240_000);
