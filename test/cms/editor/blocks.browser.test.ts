import type { Locator, Page } from 'playwright-core';
import { boxBlock, browsedEditor, faqBlock, textBlock, waitKept } from './browsed-editor';

const editor = browsedEditor();

const stream = (page: Page): Locator => page.locator('[data-repeat="content.keyInfo"]');
const blocks = (page: Page): Locator => page.locator('[data-repeat="content.keyInfo"] > [data-item]');
const order = (page: Page): Promise<(string | null)[]> => blocks(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '');

/** From the block's "more" menu, by keys. */
async function choose(page: Page, block: Locator, label: string): Promise<void> {
  await block.locator(':scope > .block-head [aria-haspopup="menu"]').focus();
  await page.keyboard.press('Enter');
  for (let step = 0; step < 8 && await page.evaluate(() => document.activeElement?.textContent) !== label; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** A new empty last line of the first text. The browser tells of a click's place a moment later. */
async function toEmptyLine(page: Page): Promise<void> {
  const text = page.locator('.ProseMirror').first();
  await text.click();
  await page.waitForTimeout(150);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await text.locator('p').nth(1).waitFor();
}

test('a stroke on an empty last line opens the picker, and Enter puts the block there with the focus in it', async () => {
  const id = await editor.addText('/slash', textBlock('b1', 'First.'), textBlock('b2', 'Second.'));
  const { page, edit, context, complaints } = await editor.open();
  await edit(id);
  await toEmptyLine(page);
  await page.keyboard.type('/');
  expect(await focused(page)).toBe('Search blocks');
  await page.keyboard.type('box');
  await page.keyboard.press('Enter');
  expect(await order(page)).toEqual(['Text: First.', 'Box', 'Text: Second.']);
  expect(await focused(page)).toMatch(/^f-content\.keyInfo\.[a-z0-9]{10}\.value\.kind$/);
  await page.keyboard.press('Tab');
  await page.keyboard.type('A new box');
  await waitKept(page);
  const kept = await editor.kept(id);
  expect(kept?.keyInfo.map(({ type }) => type)).toEqual(['paragraph', 'callout', 'paragraph']);
  expect(kept?.keyInfo[1]).toMatchObject({ id: expect.stringMatching(/^[a-z0-9]{10}$/), value: { title: 'A new box' } });
  expect(kept?.keyInfo[0]).toEqual(textBlock('b1', 'First.'));
  expect(complaints).toEqual([]);
  await context.close();
});

test('Escape closes the picker and gives the focus back; a stroke that searched for nothing is a stroke', async () => {
  const id = await editor.addText('/escape', textBlock('b1', 'First.'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  const add = stream(page).getByRole('button', { name: 'Add block at the end' });
  await add.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Search blocks' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await add.evaluate((button) => button === document.activeElement)).toBe(true);
  await toEmptyLine(page);
  await page.keyboard.type('/');
  await page.keyboard.press('Escape');
  await page.keyboard.type('etc');
  expect(await page.locator('.ProseMirror').first().innerText()).toContain('/etc');
  await context.close();
});

test('Alt with arrows and the buttons move a block, which keeps the focus and the caret', async () => {
  const id = await editor.addText('/move', textBlock('b1', 'One.'), boxBlock('b2', 'Two'), textBlock('b3', 'Three.'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  const title = page.locator('[name="content.keyInfo.b2.value.title"]');
  await title.focus();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await order(page)).toEqual(['Box: Two', 'Text: One.', 'Text: Three.']);
  await page.keyboard.type('x');
  expect(await title.inputValue()).toContain('x');
  const down = page.getByRole('button', { name: 'Move text: One. down' });
  await down.focus();
  await page.keyboard.press('Enter');
  expect(await order(page)).toEqual([expect.stringMatching(/^Box/), 'Text: Three.', 'Text: One.']);
  expect(await focused(page)).toBe('Move text: One. down');
  expect(await down.getAttribute('aria-disabled')).toBe('true');
  await waitKept(page);
  expect((await editor.kept(id))?.keyInfo.map((block) => block.id)).toEqual(['b2', 'b3', 'b1']);
  await context.close();
});

test('a block is dragged by its handle', async () => {
  const id = await editor.addText('/drag', textBlock('b1', 'One.'), textBlock('b2', 'Two.'), textBlock('b3', 'Three.'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  await blocks(page).first().hover();
  const from = (await blocks(page).first().locator('[data-grip]').boundingBox())!;
  const to = (await blocks(page).nth(2).boundingBox())!;
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 10, { steps: 6 });
  // blocks make room in their own time: the hand goes on until it stands where it shall
  for (let moves = 0; moves < 20 && !(await order(page)).at(-1)?.includes('One.'); moves += 1) await page.mouse.move(to.x + 60, to.y + to.height + 2 + moves, { steps: 4 });
  await page.mouse.up();
  await waitKept(page);
  expect((await editor.kept(id))?.keyInfo.map((block) => block.id)).toEqual(['b2', 'b3', 'b1']);
  await context.close();
});

test('a deleted block leaves a line that brings it back as it was', async () => {
  const id = await editor.addText('/undo', textBlock('b1', 'One.'), boxBlock('b2', 'Two'), textBlock('b3', 'Three.'));
  const { page, edit, context, complaints } = await editor.open();
  await edit(id);
  await page.locator('[name="content.keyInfo.b2.value.title"]').fill('Two, changed');
  await choose(page, blocks(page).nth(1), 'Delete');
  expect(await page.locator('.undo-line').innerText()).toContain('Box: Two, changed removed.');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
  await waitKept(page);
  expect((await editor.kept(id))?.keyInfo.map((block) => block.id)).toEqual(['b1', 'b3']);
  await page.keyboard.press('Enter');
  expect(await order(page)).toEqual(['Text: One.', 'Box: Two, changed', 'Text: Three.']);
  expect(await focused(page)).toBe('Box: Two, changed');
  await waitKept(page);
  expect((await editor.kept(id))?.keyInfo[1]).toMatchObject({ id: 'b2', value: { title: 'Two, changed', text: boxBlock('b2', '').value.text } });
  expect(complaints).toEqual([]);
  await context.close();
});

test('duplicating gives fresh ids to the block and takes everything in it along', async () => {
  const id = await editor.addText('/twice', faqBlock('b1', 'Why?', 'How?'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  await page.getByRole('button', { name: 'Duplicate questions and answers' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[name$=".question"]').nth(2).fill('Who?');
  await waitKept(page);
  const [first, second] = (await editor.kept(id))!.keyInfo;
  expect(first).toEqual(faqBlock('b1', 'Why?', 'How?'));
  expect(second).toEqual({ ...faqBlock('b1', 'Who?', 'How?'), id: expect.stringMatching(/^[a-z0-9]{10}$/) });
  await context.close();
});

test('a block copied on one page is pasted on another, in another window', async () => {
  const from = await editor.addText('/from', boxBlock('b1', 'To be copied'));
  const to = await editor.addText('/to', textBlock('b1', 'Here.'));
  const { page, edit, another, context, complaints } = await editor.open();
  await edit(from);
  await choose(page, blocks(page).first(), 'Copy');
  const other = await another();
  await edit(to, other);
  await stream(other).getByRole('button', { name: 'Add block at the end' }).click();
  expect(await other.getByRole('option').first().innerText()).toMatch(/Paste\s+Box: To be copied/);
  await other.keyboard.press('Enter');
  await waitKept(other);
  expect((await editor.kept(to))?.keyInfo[1]).toEqual({ ...boxBlock('b1', 'To be copied'), id: expect.stringMatching(/^[a-z0-9]{10}$/) });
  expect(complaints).toEqual([]);
  await context.close();
});

test('cutting takes the block away from here, and it can be pasted again', async () => {
  const id = await editor.addText('/cut', textBlock('b1', 'One.'), boxBlock('b2', 'Two'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  await choose(page, blocks(page).nth(1), 'Cut');
  expect(await order(page)).toEqual(['Text: One.']);
  await page.getByRole('button', { name: 'Add block before Text: One.' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await order(page)).toEqual(['Box: Two', 'Text: One.']);
  await context.close();
});

test('entries of a list are added, moved and removed like blocks', async () => {
  const id = await editor.addText('/entries', faqBlock('b1', 'Why?'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  await page.getByRole('button', { name: /^Add (a )?question/i }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('How?');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.type(' And when?');
  await waitKept(page);
  const questions = async (): Promise<unknown> => ((await editor.kept(id))!.keyInfo[0]!.value as unknown as { items: { question: string }[] }).items.map(({ question }) => question);
  expect(await questions()).toEqual(['How? And when?', 'Why?']);
  await page.getByRole('button', { name: /^Remove/ }).first().focus();
  await page.keyboard.press('Enter');
  await waitKept(page);
  expect(await questions()).toEqual(['Why?']);
  await context.close();
});

test('a collapsed block shows its first words only, and nothing of it is lost', async () => {
  const id = await editor.addText('/collapse', boxBlock('b1', 'In short'));
  const { page, edit, context } = await editor.open();
  await edit(id);
  await choose(page, blocks(page).first(), 'Collapse');
  expect(await page.locator('[name="content.keyInfo.b1.value.title"]').isVisible()).toBe(false);
  expect(await blocks(page).first().locator('.block-head').innerText()).toContain('In short');
  await choose(page, blocks(page).first(), 'Expand');
  expect(await page.locator('[name="content.keyInfo.b1.value.title"]').inputValue()).toBe('In short');
  await context.close();
});
