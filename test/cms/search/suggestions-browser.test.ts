import type { Page } from 'playwright-core';
import { browsedSite } from '../../support/browsed-site';

const opened = browsedSite();

async function typing(text: string, width = 1_280): Promise<Page> {
  const page = await opened.browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${opened.site.origin}/search/`);
  await page.locator('#query').pressSequentially(text, { delay: 20 });
  return page;
}

test('while one types suggestions appear, arrows choose one, Enter goes there', async () => {
  const page = await typing('code spr');
  const options = page.locator('#query-suggestions').getByRole('option');
  await options.first().waitFor();
  expect(await page.locator('#query').getAttribute('aria-expanded')).toBe('true');

  await page.keyboard.press('ArrowDown');
  expect(await page.locator('#query').getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
  expect(await options.first().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/meeting/code-sprint/');
  await page.close();
});

test('Escape puts them away and keeps what was typed; after that Enter searches for it', async () => {
  const page = await typing('note w');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('option').count()).toBe(0);
  expect(await page.locator('#query').inputValue()).toBe('note w');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?query=note+w');
  await page.close();
});

test('up from the field is the last one, and past the ends is the field again', async () => {
  const page = await typing('inter');
  const options = page.locator('#query-suggestions [role=option]');
  await options.first().waitFor();
  await page.keyboard.press('ArrowUp');
  expect(await options.last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('[aria-selected=true]').count()).toBe(0);
  expect(await page.locator('#query').getAttribute('aria-activedescendant')).toBeNull();
  await page.close();
});

test('the field in the header has them too, a click follows one, and nothing is refused by the browser', async () => {
  const page = await opened.browser.newPage({ viewport: { width: 1_280, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${opened.site.origin}/about/`);
  await page.locator('#site-search').pressSequentially('code spr', { delay: 20 });
  await page.getByRole('option', { name: 'Code Sprint' }).first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1_280);
  await page.getByRole('option', { name: 'Code Sprint' }).first().click();
  await page.waitForURL('**/meeting/code-sprint/');
  expect(complaints).toEqual([]);
  await page.close();
});

test('on a phone the list is within the screen', async () => {
  const page = await typing('inter', 320);
  const list = page.locator('#query-suggestions');
  await list.waitFor();
  const box = (await list.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(320);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await page.close();
});
