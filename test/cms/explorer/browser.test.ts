import type { Browser, Page } from 'playwright-core';
import { trash } from '../../../src/cms/workflow/trash';
import { SYSTEM } from '../../../src/platform/history/record';
import { openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { axeFindings } from '../../support/axe';
import { launchBrowser } from '../../support/browser';
import { addPage } from '../../support/site';
import { addChildren } from './explored-site';
import { complaintsOf, signInAs } from '../../support/staff-browser';

let site: PeopleSite;
let browser: Browser;
let screens: Record<string, string>;
const ids: number[] = [];
let level = 0;
beforeAll(async () => {
  site = await openPeopleSite();
  level = await addPage(site, { path: '/level', title: 'Level' });
  for (const [index, title] of ['First page', 'A page with a rather long title that goes on and on until it needs two lines', 'Third page', 'Fourth page'].entries()) {
    ids.push(await addPage(site, { path: `/level/page-${index}`, title, position: index, published: index !== 2 }));
  }
  await addPage(site, { path: '/level/page-0/below', title: 'Below' });
  await site.deps.db('pages').where({ id: ids[3] }).update({ lockedAt: site.clock.now });
  const many = await addPage(site, { path: '/many', title: 'Many' });
  await addChildren(site, many, 60);
  await trash(site.deps, SYSTEM, { pageId: await addPage(site, { path: '/gone', title: 'Gone' }), reason: 'Not needed any more.' });
  const at = `/admin/pages/${level}`;
  screens = {
    home: '/admin/pages', level: at, filtered: `${at}?type=standard&status=live&since=2020-01-01&sort=-changed`, nothing: `${at}?q=xyz`, done: `${at}?done=published&n=2`, reorder: `${at}?reorder=1`,
    'long level': `/admin/pages/${many}?reorder=1`, 'bulk trash': `/admin/pages/bulk?action=trash&id=${ids[0]}&id=${ids[3]}`, 'bulk move': `/admin/pages/bulk?action=move&id=${ids[0]}`, trash: '/admin/trash',
  };
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site.close();
});
beforeEach(() => site.deps.db('rateLimits').del());

test.each([['light', 1440], ['dark', 360]] as const)('every screen is well made in %s colours, %i px wide', async (colorScheme, width) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await signInAs(site, context);
  const found: Record<string, unknown[]> = {};
  for (const [name, url] of Object.entries(screens)) {
    await page.goto(site.origin + url);
    const tick = page.locator('.pick').first();
    if (await tick.count() > 0) await tick.check();
    found[name] = await complaintsOf(page, width);
    for (const summary of await page.locator('main summary:visible').all()) {
      await summary.click();
      found[`${name}, ${await summary.textContent() ?? ''}`] = await axeFindings(page, { within: 'main' });
      await page.keyboard.press('Escape');
      if (name !== 'level' || width < 1_000) break;
    }
  }
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  await context.close();
}, 180_000);

const titles = (page: Page): Promise<string[]> => page.locator('.page-title').allTextContents();
const stored = async (): Promise<string[]> => site.deps.db('pages').where({ parentId: level }).orderBy(['position', 'id']).pluck<string[]>('slug');

test('with the keyboard alone: the order is changed, the button keeps the focus, and the move is undone', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await signInAs(site, context);
  await page.goto(`${site.origin}/admin/pages/${level}`);
  await page.getByRole('link', { name: 'Reorder' }).focus();
  await page.keyboard.press('Enter');
  const down = page.getByRole('button', { name: 'Move First page down' });
  await down.focus();
  await page.keyboard.press('Enter');
  await page.getByText('“First page” is now at place 2 of 4.').waitFor();
  await page.keyboard.press('Enter'); // the focus stayed where it was
  await page.getByText('“First page” is now at place 3 of 4.').waitFor();
  expect(await down.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await stored()).toEqual(['page-1', 'page-2', 'page-0', 'page-3']);
  await page.getByRole('button', { name: 'Undo last move' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Undone: it is back at place 2 of 4.').waitFor();
  expect(await stored()).toEqual(['page-1', 'page-0', 'page-2', 'page-3']);
  await context.close();
});

test('a row is dragged to its place; what somebody else did meanwhile is shown, and nothing of it lost', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await signInAs(site, context);
  await page.goto(`${site.origin}/admin/pages/${level}?reorder=1`);
  const before = await titles(page);
  await drag(page, 2, 0);
  await page.getByText(`“${before[2]}” is now at place 1 of 4.`).waitFor();
  expect((await titles(page))[0]).toBe(before[2]);
  expect(await stored()).toEqual(['page-2', 'page-1', 'page-0', 'page-3']);

  await site.deps.db('pages').where({ id: ids[0] }).increment('version', 1);
  await drag(page, 2, 0);
  await page.getByText('Somebody else has moved or changed “First page” meanwhile.').waitFor();
  expect(await titles(page)).toEqual([before[2], before[0], 'First page', 'Fourth page']);
  await drag(page, 2, 0); // it works with what is shown now
  await page.getByText('“First page” is now at place 1 of 4.').waitFor();
  await context.close();
});

async function drag(page: Page, from: number, to: number): Promise<void> {
  const [start, end] = [await page.locator('tbody tr').nth(from).locator('.grip').boundingBox(), await page.locator('tbody tr').nth(to).boundingBox()];
  await page.mouse.move(start!.x + 10, start!.y + 10);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(start!.x + 10 + step, start!.y + 10 + ((end!.y + 4 - start!.y - 10) * step) / 10);
  await page.waitForTimeout(150);
  await page.mouse.up();
}

test('the bar comes with the first tick, counts, and goes with the last', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await signInAs(site, context);
  await page.goto(`${site.origin}/admin/pages/${level}`);
  const bar = page.getByRole('region', { name: 'Actions for the selection' });
  expect(await bar.isVisible()).toBe(false);
  await page.getByRole('checkbox', { name: 'Select First page' }).check();
  await page.getByRole('checkbox', { name: 'Select Third page' }).check();
  expect(await bar.textContent()).toContain('2 pages selected');
  await bar.getByRole('button', { name: 'Trash 2 pages…' }).click();
  await page.getByRole('heading', { name: 'Trash 2 pages', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('checkbox', { name: 'Select Third page' }).check();
  await bar.getByRole('button', { name: 'Clear selection' }).click();
  expect(await bar.isVisible()).toBe(false);
  await context.close();
});

test('without scripts: filter, select, trash, restore, reorder', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await signInAs(site, context);
  await page.goto(`${site.origin}/admin/pages/${level}`);
  await page.getByText('Status', { exact: true }).filter({ visible: true }).first().click();
  await page.getByRole('link', { name: 'Draft', exact: true }).click();
  expect(await titles(page)).toEqual(['Third page']);
  await page.getByRole('checkbox', { name: 'Select Third page' }).check();
  await page.getByRole('button', { name: 'Trash…' }).click();
  await page.getByRole('button', { name: 'Trash 1 page' }).click();
  await page.getByText('1 page is in the trash').waitFor();
  await page.goto(`${site.origin}/admin/trash`);
  await page.getByRole('button', { name: 'Restore Third page' }).click();
  await page.getByText('“Third page” is back at /level/page-2/.').waitFor();
  await page.goto(`${site.origin}/admin/pages/${level}?reorder=1`);
  const [top] = await titles(page);
  await page.getByRole('button', { name: `Move ${top} down` }).click();
  await page.getByText(`“${top}” is now at place 2 of 4.`).waitFor();
  await page.getByRole('button', { name: 'Undo last move' }).click();
  await page.getByText(`“${top}” is back at place 1 of 4.`).waitFor();
  await context.close();
});
