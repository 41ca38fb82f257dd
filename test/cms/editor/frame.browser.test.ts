import type { Page } from 'playwright-core';
import { axeFindings } from '../../support/axe';
import { boxBlock, browsedEditor, faqBlock, textBlock, waitKept } from './browsed-editor';

const editor = browsedEditor();

/** What is wrong with the page as it stands. */
async function wrongWith(page: Page, width: number): Promise<unknown[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return [...await axeFindings(page), ...(wide > width ? [`${wide} px wide`] : [])];
}

test.each([['light', 1440], ['dark', 390]] as const)('the editor is well made in %s colours, %i px wide, with each of its parts open', async (colorScheme, width) => {
  const id = await editor.addText(`/looks-${colorScheme}-${width}`, textBlock('b1', 'First.'), boxBlock('b2', 'A box'), faqBlock('b3', 'Why?'));
  const { page, edit, context, complaints } = await editor.open({ colorScheme, viewport: { width, height: 850 } });
  await edit(id);
  const found: Record<string, unknown[]> = { content: await wrongWith(page, width) };
  await page.getByRole('button', { name: 'Add block at the end' }).first().click();
  found.picker = await wrongWith(page, width);
  await page.keyboard.press('Escape');
  await page.locator('[name="content.keyInfo.b2.value.title"]').focus();
  await page.locator('[data-item="b2"] > .block-head [aria-haspopup="menu"]').click();
  found.menu = await wrongWith(page, width);
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  found.undo = await wrongWith(page, width);
  for (const name of ['Promote', 'Settings']) {
    await page.getByRole('tab', { name }).click();
    found[name] = await wrongWith(page, width);
  }
  if (width < 1024) {
    await page.locator('[data-bottom]').getByRole('link', { name: 'Preview' }).click();
    found.preview = await wrongWith(page, width);
  }
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  found.keys = await wrongWith(page, width);
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('the parts of the form are tabs for the keyboard, and a link to a field opens its tab', async () => {
  const id = await editor.addText('/tabs', textBlock('b1', 'First.'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  await page.getByRole('tab', { name: 'Content' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Promote');
  expect(await page.locator('#f-slug').isVisible()).toBe(true);
  expect(await page.locator('#f-title').isVisible()).toBe(false);
  await page.goto(`${page.url()}#f-common.description`);
  await page.getByRole('tab', { name: 'Content' }).click();
  await page.evaluate(() => { location.hash = '#f-common.seoTitle'; });
  await page.waitForFunction(() => document.activeElement?.id === 'f-common.seoTitle');
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Promote');
  await context.close();
});

test('publishing asks in a dialog over the text; Escape goes back to where one was', async () => {
  const id = await editor.addText('/publish', textBlock('b1', 'First.'));
  const { page, edit, context, complaints } = await editor.open({ email: 'admin@example.org' });
  await edit(id);
  await page.locator('#f-title').fill('Published from a dialog');
  await page.keyboard.press('Control+Shift+P');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Publish “Published from a dialog”' }).waitFor();
  expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null && (document.activeElement as HTMLElement).dataset.publish === '', undefined, { timeout: 5_000 });
  await page.locator('#f-title').fill('Published after all');
  await page.keyboard.press('Control+Shift+P');
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await page.locator('.note--ok').first().waitFor();
  const row = await editor.site.deps.db('pages').where({ id }).first<{ title: string }>('title');
  expect(row?.title).toBe('Published after all');
  expect(complaints).toEqual([]);
  await context.close();
});

test('what a dialog refuses is said in the dialog', async () => {
  const id = await editor.addText('/ask', textBlock('b1', 'First.'));
  const { page, edit, context } = await editor.open({ email: 'admin@example.org' });
  await edit(id);
  await page.locator('summary[aria-label^="More"]').click();
  await page.getByRole('link', { name: 'Move…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading').first().waitFor();
  const refused = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/move'));
  await dialog.locator('form[method="post"] button[type="submit"], form[method="post"] button:not([type])').first().click();
  expect((await refused).status()).toBe(422);
  await dialog.locator('[role="alert"], .problem').first().waitFor();
  expect(page.url()).toMatch(/\/edit$/);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null && document.activeElement?.tagName === 'SUMMARY', undefined, { timeout: 5_000 });
  await context.close();
});

test('the preview follows what is typed, keeps its place, and leaves the window’s history alone', async () => {
  const id = await editor.addText('/seen-beside', ...Array.from({ length: 12 }, (_, index) => boxBlock(`b${index}`, `Box ${index}`)));
  const { page, edit, context, complaints } = await editor.open();
  await edit(id);
  const frame = () => page.frames().find((one) => one.name().startsWith('preview-'))!;
  await page.waitForFunction(() => document.querySelectorAll('[data-preview-body] iframe').length === 1 && document.querySelector('[data-preview-body] iframe[name^="preview-"]') !== null);
  const steps = await page.evaluate(() => history.length);
  await frame().evaluate(() => { scrollTo(0, 500); });
  await page.waitForTimeout(200);
  await page.locator('[name="content.keyInfo.b11.value.title"]').fill('The last one, changed');
  await waitKept(page);
  await page.waitForTimeout(1_500);
  expect(await frame().evaluate(() => document.body.innerText)).toContain('The last one, changed');
  expect(await frame().evaluate(() => scrollY)).toBeGreaterThan(100);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.getByRole('radio', { name: 'Desktop' }).check();
  expect(await frame().evaluate(() => innerWidth)).toBeGreaterThan(1_150);
  expect(await page.locator('[data-preview-body] iframe').evaluate((one) => one.getBoundingClientRect().width)).toBeLessThan(540);
  expect(complaints).toEqual([]);
  await context.close();
});
