import type { BrowserContext, Page } from 'playwright-core';
import { boxBlock, browsedEditor, textBlock, waitKept } from './browsed-editor';

const editor = browsedEditor();

const sign = (page: Page) => page.locator('[data-autosave]');
const title = (page: Page) => page.locator('#f-title');
/** Without what browsers say of requests that were meant to fail. */
const ours = (complaints: readonly string[]): string[] => complaints.filter((text) => !text.startsWith('Failed to load resource'));

/** The emulation alone lets through what frames and pages being left still send. */
async function goOffline(context: BrowserContext): Promise<void> {
  await context.route('**/admin/**', (route) => route.abort('internetdisconnected'));
  await context.setOffline(true);
}

async function goOnline(context: BrowserContext): Promise<void> {
  await context.unroute('**/admin/**');
  await context.setOffline(false);
}

test('a page that nobody writes on sends nothing', async () => {
  const id = await editor.addText('/untouched', textBlock('b1', 'First.'), boxBlock('b2', 'Second'));
  const { page, edit, context, complaints } = await editor.open();
  await edit(id);
  await page.locator('.ProseMirror').first().click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.waitForTimeout(2_500);
  expect(await editor.kept(id)).toBeUndefined();
  expect(complaints).toEqual([]);
  await context.close();
});

test('what is typed is kept a second later, seen by nobody else, and is there again after leaving, which is free', async () => {
  const id = await editor.addText('/kept', textBlock('b1', 'First.'));
  const { page, edit, context, complaints } = await editor.open();
  await edit(id);
  page.on('dialog', () => { complaints.push('Asked before leaving'); });
  await title(page).fill('Another title');
  await waitKept(page);
  expect(await sign(page).innerText()).toMatch(/^Kept \d\d:\d\d, only you see it$/);
  expect((await editor.kept(id))?.title).toBe('Another title');
  expect(await editor.site.deps.db('revisions').where({ pageId: id })).toHaveLength(1);
  await title(page).fill('Typed just before leaving');
  await page.goto(`${editor.site.origin}/admin/profile`);
  await edit(id);
  expect(await title(page).inputValue()).toBe('Another title');
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#f-title')?.value === 'Typed just before leaving');
  expect(complaints).toEqual([]);
  await context.close();
});

test('the first words of a new page make it a draft, and the address and the menu become its own', async () => {
  const { page, context, complaints } = await editor.open();
  await page.goto(`${editor.site.origin}/admin/pages/new?parent=${editor.site.about}&type=standard`);
  await title(page).fill('A page about routing');
  expect(await page.locator('#f-slug').inputValue()).toBe('a-page-about-routing');
  await waitKept(page);
  const id = Number(/\/admin\/pages\/(\d+)\/edit$/.exec(page.url())?.[1]);
  expect((await editor.kept(id))?.title).toBe('A page about routing');
  for (const [name, end] of [['History', 'history'], ['Share', 'preview-links']] as const) expect(await page.getByRole('link', { name }).getAttribute('href')).toBe(`/admin/pages/${id}/${end}`);
  await page.locator('summary[aria-label^="More:"]').click();
  expect(await page.locator('[data-menu] > li').allInnerTexts()).toEqual(expect.arrayContaining(['Copy…', 'Keyboard shortcuts', 'Switch autosave off']));
  expect(await page.getByRole('link', { name: 'Copy…' }).getAttribute('href')).toBe(`/admin/pages/${id}/copy`);
  await page.keyboard.press('Escape');
  await title(page).fill('A page about routers');
  await waitKept(page);
  await page.keyboard.press('Control+s');
  await page.getByText(/saved/i).first().waitFor();
  expect(await title(page).inputValue()).toBe('A page about routers');
  expect(await editor.kept(id)).toBeUndefined();
  expect(complaints).toEqual([]);
  await context.close();
});

test('offline, the text stays in the browser when the window goes, is offered back in the next one, and arrives', async () => {
  const id = await editor.addText('/offline', textBlock('b1', 'First.'));
  const { page, edit, another, context, complaints } = await editor.open();
  await edit(id);
  await goOffline(context);
  await title(page).fill('Typed in a tunnel');
  await sign(page).getByText('Offline, kept in this browser').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('Offline: not saved. What you typed is kept in this browser.').waitFor({ state: 'attached' });
  await page.close();
  expect(await editor.kept(id)).toBeUndefined();
  await goOnline(context);
  const later = await another();
  await edit(id, later);
  expect(await title(later).inputValue()).toBe('Page /offline');
  expect(await later.locator('[data-returned]').innerText()).toMatch(/You have text from \d\d:\d\d that did not reach the server\./);
  await later.getByRole('button', { name: 'Use it' }).click();
  await later.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#f-title')?.value === 'Typed in a tunnel');
  expect((await editor.kept(id))?.title).toBe('Typed in a tunnel');
  expect(await later.locator('[data-returned]').count()).toBe(0);
  expect(ours(complaints)).toEqual([]);
  await context.close();
});

test('when the line comes back the text goes by itself; what is discarded is not offered again', async () => {
  const id = await editor.addText('/back', textBlock('b1', 'First.'));
  const { page, edit, another, context } = await editor.open();
  await edit(id);
  await goOffline(context);
  await title(page).fill('Offline for a moment');
  await sign(page).getByText('Offline').waitFor();
  await goOnline(context);
  await waitKept(page);
  expect((await editor.kept(id))?.title).toBe('Offline for a moment');

  await goOffline(context);
  await title(page).fill('Not wanted');
  await sign(page).getByText('Offline').waitFor();
  await page.close();
  await goOnline(context);
  const later = await another();
  await edit(id, later);
  await later.getByRole('button', { name: 'Discard it' }).click();
  await edit(id, later);
  expect(await later.locator('[data-returned]').count()).toBe(0);
  expect(await title(later).inputValue()).toBe('Offline for a moment');
  await context.close();
});

test('on a slow line one request is under way at a time, and the last word wins', async () => {
  const id = await editor.addText('/slow', textBlock('b1', 'First.'));
  const { page, edit, context, complaints } = await editor.open();
  await edit(id);
  let underWay = 0;
  let most = 0;
  await page.route('**/working-copy', async (route) => {
    most = Math.max(most, underWay += 1);
    await new Promise((resolve) => { setTimeout(resolve, 1_500); });
    await route.continue();
    underWay -= 1;
  });
  for (const words of ['one', 'one two', 'one two three']) {
    await title(page).fill(words);
    await page.waitForTimeout(1_200);
  }
  await sign(page).getByText('Keeping…').waitFor();
  await page.waitForTimeout(3_500);
  await waitKept(page);
  expect([most, (await editor.kept(id))?.title]).toEqual([1, 'one two three']);
  expect(complaints).toEqual([]);
  await context.close();
});

test('an answer that is lost makes no conflict with oneself, even when more was typed meanwhile', async () => {
  const id = await editor.addText('/lost', textBlock('b1', 'First.'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  await page.route('**/working-copy', async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await title(page).fill('one');
  await sign(page).getByText('Offline').waitFor();
  await title(page).fill('one two');
  await waitKept(page);
  expect((await editor.kept(id))?.title).toBe('one two');
  await context.close();
});

test('switched off, nothing is sent, the browser keeps the text, and saving works', async () => {
  const id = await editor.addText('/off', boxBlock('b1', 'A box'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  await page.locator('summary[aria-label^="More"]').click();
  await page.getByRole('button', { name: 'Switch autosave off' }).click();
  await title(page).fill('Not sent');
  await page.waitForTimeout(1_500);
  expect(await sign(page).innerText()).toContain('Autosave is off');
  expect(await editor.kept(id)).toBeUndefined();
  await edit(id);
  await page.locator('[data-returned]').waitFor();
  await title(page).fill('Saved by hand');
  await page.keyboard.press('Control+s');
  await page.getByText(/saved/i).first().waitFor();
  expect(await title(page).inputValue()).toBe('Saved by hand');
  await context.close();
});
