import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PASSWORD } from '../../accounts/accounts-app';
import { addPerson, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { launchBrowser } from '../../support/browser';
import { complaintsOf } from '../../support/staff-browser';
import { blocksOf, twoTexts } from './two-texts';

let site: PeopleSite;
let browser: Browser;
let [ada, bea, count] = [0, 0, 0];
beforeAll(async () => {
  site = await openPeopleSite();
  ada = await addPerson(site, 'ada@example.org', 'editors');
  bea = await addPerson(site, 'bea@example.org', 'editors');
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site.close();
});

/** Signed in, on the screen of a fresh pair of texts. */
async function open(context: BrowserContext): Promise<{ page: Page; pageId: number }> {
  await site.deps.db('rateLimits').del();
  const { pageId } = await twoTexts(site, `/statuses-${count += 1}`, { mine: ada, theirs: bea });
  const page = await context.newPage();
  await page.goto(`${site.origin}/sign-in`);
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/admin');
  await page.goto(`${site.origin}/admin/pages/${pageId}/conflict`);
  return { page, pageId };
}

test.each([['light', 1280], ['dark', 320]] as const)('the screen is well made in %s colours, %i px wide', async (colorScheme, width) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const { page } = await open(context);
  await page.getByRole('radio', { name: /^Keep yours/ }).first().check();
  expect(await complaintsOf(page, width)).toEqual([]);
  await context.close();
}, 60_000);

test('with the keyboard alone: the button opens with the last choice, and saves', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { page, pageId } = await open(context);
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  const save = page.getByRole('button', { name: 'Save merged text' });
  expect(await save.getAttribute('aria-disabled')).toBe('true');
  await save.focus();
  await page.keyboard.press('Enter'); // to the first question
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('choice.content.keyInfo.text.text.~0');
  await page.keyboard.press('Space');
  await page.getByText('1 of 2 chosen, “Title of the box” is open').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown'); // a radio button takes the focus and is chosen
  await page.getByText('All chosen').waitFor();
  expect(await save.getAttribute('aria-disabled')).toBe('false');
  await save.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/admin/pages/${pageId}/edit?done=merged`);
  expect((await blocksOf(site, pageId)).find(({ id }) => id === 'box')!.value['title']).toMatch(/^Status is not/);
  expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  await context.close();
}, 60_000);

test('without scripts: the server asks for what is open, and keeps what was chosen', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const { page, pageId } = await open(context);
  await page.getByRole('radio', { name: /^Keep Name’s/ }).first().check();
  await page.getByRole('button', { name: 'Save merged text' }).click();
  await page.getByText('Choose a text for every place first.').waitFor();
  expect(await page.getByRole('radio', { name: /^Keep Name’s/ }).first().isChecked()).toBe(true);
  await page.getByRole('radio', { name: /^Keep yours/ }).last().check();
  await page.getByRole('button', { name: 'Save merged text' }).click();
  await page.waitForURL(`**/admin/pages/${pageId}/edit?done=merged`);
  await context.close();
}, 60_000);
