import type { Browser, Page } from 'playwright-core';
import { ensureFirstAdministrator } from '../../../src/accounts/first-administrator';
import { PASSWORD } from '../../accounts/accounts-app';
import { axeFindings } from '../../support/axe';
import { launchBrowser } from '../../support/browser';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  site = await openEmptySite();
  await ensureFirstAdministrator(site.deps, { email: 'admin@example.org', password: PASSWORD });
  await addPage(site, { path: '/about', title: 'About' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function signedIn(page: Page): Promise<void> {
  await page.goto(`${site.origin}/admin`);
  await page.getByLabel('E-mail address').fill('admin@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
}

test('signing in, changing colours and signing out work under the policy of staff pages', async () => {
  const page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => { complaints.push(error.message); });

  await signedIn(page);
  await page.getByRole('button', { name: 'Use dark colours' }).click();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(13, 22, 32)');
  await page.reload();
  await page.getByRole('button', { name: 'Use light colours' }).waitFor(); // remembered
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  await page.goto(`${site.origin}/admin`);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect(complaints).toEqual([]);
});

test.each(['light', 'dark'] as const)('nobody is kept out by %s colours, markup or a small screen', async (colorScheme) => {
  const page = await (await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 } })).newPage();
  const check = async (): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  };

  await page.goto(`${site.origin}/sign-in`);
  await check();
  await page.getByRole('button', { name: 'Sign in' }).click(); // empty: with problems
  await page.locator('.problem').first().waitFor();
  await check();
  await signedIn(page);
  await check();
  await page.getByText('Menu').click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await check();
});

test('all of it works without scripts', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signedIn(page);
  expect(await page.locator('[data-theme-switch]').isVisible()).toBe(false); // it would do nothing
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
});
