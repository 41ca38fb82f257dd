import type { Page } from 'playwright-core';
import { browsedSite } from '../support/browsed-site';

const opened = browsedSite();

async function open(options: { width: number; javaScriptEnabled?: boolean }, url = '/'): Promise<Page> {
  const context = await opened.browser.newContext({ viewport: { width: options.width, height: 900 }, javaScriptEnabled: options.javaScriptEnabled ?? true });
  const page = await context.newPage();
  await page.goto(opened.site.origin + url);
  return page;
}

test.each([true, false])('the mega-menu opens and leads on, scripts %s', async (javaScriptEnabled) => {
  const page = await open({ width: 1280, javaScriptEnabled });
  const section = page.locator('header li', { has: page.getByRole('link', { name: 'Process', exact: true }) }).first();
  await section.locator('summary').first().click();
  const link = section.getByRole('link', { name: 'About RFCs' });
  await link.click();
  await page.waitForURL('**/process/rfcs/');
  expect(await page.locator('h1').innerText()).toBe('About RFCs');
  await page.context().close();
});

test.each([true, false])('on a phone the sheet opens and leads on, scripts %s', async (javaScriptEnabled) => {
  const page = await open({ width: 360, javaScriptEnabled });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.locator('header').getByRole('link', { name: 'Meetings', exact: true }).click();
  await page.waitForURL('**/meeting/');
  await page.context().close();
});

test('Escape closes an open panel and gives the focus back', async () => {
  const page = await open({ width: 1280 });
  const summary = page.locator('header summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('header details[open]').count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await page.locator('header details[open]').count()).toBe(0);
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.context().close();
});

test('the skip link is the first stop and leads into the text', async () => {
  const page = await open({ width: 1280 }, '/process/rfcs/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => location.hash)).toBe('#content');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.context().close();
});

test('a chosen theme stays, before the first paint', async () => {
  const page = await open({ width: 1280 });
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.getByRole('button', { name: /Auto/ }).click();
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
  await page.context().close();
});

test('searching from the header leads to what was searched for', async () => {
  const page = await open({ width: 1280, javaScriptEnabled: false });
  await page.locator('header input[name=query]').fill('working groups');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?query=working+groups');
  expect(await page.locator('main').innerText()).toContain('Guide to IETF Working Groups');
  await page.context().close();
});
