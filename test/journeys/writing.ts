import type { Page } from 'playwright-core';
import type { Hands } from './hands';

/** Until the editor says that the server has it. */
export async function kept(page: Page): Promise<void> {
  await page.locator('[data-autosave]', { hasText: /^Kept/ }).waitFor();
}

async function addFromPicker(hands: Hands, words: string): Promise<void> {
  await hands.press(hands.page.getByRole('button', { name: /^Add block/ }).last());
  await hands.page.getByRole('textbox', { name: /search/i }).or(hands.page.getByRole('combobox', { name: /search/i })).first().waitFor();
  await hands.type(words);
  await hands.page.keyboard.press('Enter');
}

/** With a reference, completed while it is typed. */
export async function addText(hands: Hands): Promise<void> {
  const { page } = hands;
  await addFromPicker(hands, 'formatted text: paragraphs');
  await hands.type('It begins with RFC 911');
  await page.getByRole('option', { name: /HTTP Semantics/ }).waitFor();
  await page.keyboard.press('Enter');
  await hands.type(', read twice.');
}

export async function addTable(hands: Hands): Promise<void> {
  const { page } = hands;
  await addFromPicker(hands, 'rows and columns of formatted');
  await hands.enter(page.getByLabel('Caption'));
  await hands.type('Two steps');
  await hands.press(page.getByRole('gridcell').or(page.getByRole('columnheader')).first());
  await hands.type('Step');
  await page.keyboard.press('Tab');
  await hands.type('Who');
  await page.keyboard.press('Escape');
}

/** From the library, as decoration. */
export async function addImage(hands: Hands): Promise<void> {
  const { page } = hands;
  await addFromPicker(hands, 'from the library');
  await hands.press(page.getByRole('button', { name: 'Choose an image' }).last());
  await hands.enter(page.getByLabel('Search the pictures'));
  await hands.type('hourglass');
  await hands.press(page.getByRole('option', { name: /hourglass/i }).or(page.getByRole('button', { name: /hourglass/i })).first());
  await hands.press(page.getByRole('radio', { name: /decoration/ }).last());
}
