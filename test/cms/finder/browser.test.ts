import type { Browser, Page } from 'playwright-core';
import { openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { axeFindings } from '../../support/axe';
import { launchBrowser } from '../../support/browser';
import { addPage } from '../../support/site';
import { signInAs } from '../../support/staff-browser';

let site: PeopleSite;
let browser: Browser;
let about: number;
beforeAll(async () => {
  site = await openPeopleSite();
  about = await addPage(site, { path: '/about', title: 'RFC statuses' });
  await addPage(site, { path: '/plans', title: 'Status plans', published: false });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site.close();
});

async function open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  await site.deps.db('rateLimits').del();
  return signInAs(site, await browser.newContext({ reducedMotion: 'reduce', ...options }));
}

test('with the keyboard alone: open the palette, find a page, open it; close it and the focus is back', async () => {
  const page = await open({ viewport: { width: 1280, height: 800 } });
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.getByRole('link', { name: 'Audit trail' }).first().focus();
  await page.keyboard.press('Control+k');
  const input = page.getByRole('combobox');
  await input.waitFor();
  await page.getByRole('option', { name: /New page/ }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Audit trail');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('statuses');
  await page.locator('[role=option] mark', { hasText: 'statuses' }).waitFor();
  const chosen = page.getByRole('option', { name: /RFC statuses/ });
  expect(await chosen.getAttribute('aria-selected')).toBe('true');
  expect(await input.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/admin/pages/${about}/edit`);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('> history of');
  await page.getByRole('option', { name: /History of “RFC statuses”/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/admin/pages/${about}/history`);
  await page.getByRole('link', { name: /Find or do/ }).click();
  await page.keyboard.type('> sign out');
  await page.getByRole('option', { name: /Sign out/ }).click();
  await page.getByText('You are signed out.').waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
}, 60_000);

test.each([['light', 1280], ['dark', 390]] as const)('nobody is kept out of the palette and its page by %s colours, %i px wide', async (colorScheme, width) => {
  const page = await open({ colorScheme, viewport: { width, height: 800 } });
  const check = async (): Promise<void> => {
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  };
  await page.keyboard.press('Control+k');
  await page.keyboard.type('stat');
  await page.getByRole('option', { name: /Status plans/ }).waitFor();
  await check();
  await page.keyboard.type('xyzzy');
  await page.getByText('Nothing is found.').waitFor();
  await check();
  await page.goto(`${site.origin}/admin/find?q=stat`);
  await check();
  await page.context().close();
}, 60_000);

test('without scripts the button of the sidebar leads to a page that does the same', async () => {
  const page = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  await page.getByRole('link', { name: /Find or do/ }).first().click();
  await page.getByLabel('Title, address, name or action').fill('plans');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('link', { name: 'Status plans' }).click();
  expect(page.url()).toMatch(/\/admin\/pages\/\d+\/edit$/);
  await page.context().close();
});
