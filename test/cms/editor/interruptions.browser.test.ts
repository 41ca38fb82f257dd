import type { Page } from 'playwright-core';
import { PASSWORD } from '../../accounts/accounts-app';
import { browsedEditor, textBlock, waitKept } from './browsed-editor';

const editor = browsedEditor();

const sign = (page: Page) => page.locator('[data-autosave]');
const title = (page: Page) => page.locator('#f-title');
/** Without what browsers say of requests that were meant to fail, the preview's among them. */
const ours = (complaints: readonly string[]): string[] => complaints.filter((text) => !/^Failed to load resource|^Framing .*frame-ancestors 'none'/s.test(text));

test('a session that ended is renewed in place, and the text arrives', async () => {
  const id = await editor.addText('/signed-out', textBlock('b1', 'First.'));
  const { page, edit, context, complaints } = await editor.open();
  await edit(id);
  await editor.site.deps.db('sessions').del();
  await title(page).fill('Typed without a session');
  const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('editor@example.org');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('again-password');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await dialog.getByText('This e-mail address and password do not belong together.').waitFor();
  await dialog.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' }).catch(() => undefined);
  await waitKept(page);
  expect((await editor.kept(id))?.title).toBe('Typed without a session');
  await page.keyboard.press('Control+s');
  await page.waitForURL('**/edit**');
  expect(ours(complaints)).toEqual([]);
  await context.close();
});

test('of two windows the older one says so and stops; what was typed there is offered afterwards', async () => {
  const id = await editor.addText('/windows', textBlock('b1', 'First.'));
  const { page, edit, another, context } = await editor.open();
  await edit(id);
  const newer = await another();
  await edit(id, newer);
  await title(newer).fill('Typed in the newer one');
  await waitKept(newer);
  await title(page).fill('Typed in the older one');
  await sign(page).getByText('Newer text in another window').waitFor();
  expect((await editor.kept(id))?.title).toBe('Typed in the newer one');
  await sign(page).getByRole('link', { name: 'See the newer one' }).click();
  await page.locator('[data-returned]').waitFor();
  expect(await title(page).inputValue()).toBe('Typed in the newer one');
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#f-title')?.value === 'Typed in the older one');
  await context.close();
});

test('saving twice in a hurry saves once', async () => {
  const id = await editor.addText('/hurry', textBlock('b1', 'First.'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  await title(page).fill('In a hurry');
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Control+s');
  await page.waitForURL('**/edit**');
  await page.getByText(/saved/i).first().waitFor();
  expect(await editor.site.deps.db('revisions').where({ pageId: id })).toHaveLength(2);
  expect(await page.locator('[data-returned]').count()).toBe(0);
  await context.close();
});

test('somebody else on the page is shown, and so is what they saved meanwhile', async () => {
  const id = await editor.addText('/together', textBlock('b1', 'First.'));
  const other = await editor.open({ email: 'admin@example.org' });
  await other.edit(id);
  const { page, edit, context } = await editor.open();
  await edit(id);
  await page.locator('[data-presence]').getByText('Name of admin@example.org').waitFor();
  await title(other.page).fill('Theirs');
  await other.page.keyboard.press('Control+s');
  await page.getByText(/Name of admin@example\.org saved a newer revision at \d\d:\d\d: your next save will merge\./).first().waitFor({ timeout: 12_000 });
  await other.context.close();
  await context.close();
}, 40_000);
