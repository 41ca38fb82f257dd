import type { Locator, Route } from 'playwright-core';
import { PASSWORD } from '../../accounts/accounts-app';
import { axeFindings } from '../../support/axe';
import { eventually } from '../../support/eventually';
import { paragraph, textBlock } from '../rich-text-editor/written-page';
import { bring, png } from './brought-files';
import { openLibraryWriter } from './library-writer';

const writer = openLibraryWriter(3);
const { write, complaints } = writer;
let { site, page } = writer;
beforeAll(() => { ({ site, page } = writer); });

const imageBlock = (id: string, image: unknown = null) => ({ id, type: 'image', value: { image, caption: null, credit: null } });
const lines = (): Locator => page.locator('.incoming');
const pictures = (): Locator => page.locator('.rt-image img');
const waiting = (): Locator => page.getByRole('dialog', { name: '1 picture is on its way…' });
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const dropOnText = async (colour: string): Promise<void> => bring(page, 'drop', '.rt p', [{ name: 'harbour.png', base64: await png(colour) }]);

/** Uploads stay on their way until they are let go. */
async function slowUploads(): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route('**/admin/images', (route) => { held.push(route); });
  return async () => {
    await page.unroute('**/admin/images');
    for (const route of held.splice(0)) await route.continue().catch(() => undefined); // stopped meanwhile
  };
}

test('leaving asks, and saving and publishing wait in sight, while a picture is on its way; it is in what is saved', async () => {
  await write(textBlock('t', paragraph('Before.')));
  const letGo = await slowUploads();
  await dropOnText('#102030');
  await lines().waitFor();
  const asked: string[] = [];
  page.once('dialog', (dialog) => { asked.push(dialog.type()); void dialog.dismiss(); });
  await page.getByRole('link', { name: 'History' }).click();
  expect(asked).toEqual(['beforeunload']);

  await button('Publish…').click();
  await waiting().getByText('Publishing goes on by itself').waitFor();
  expect(await axeFindings(page, { within: 'dialog[open]' })).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await waiting().getByText('The revision is saved by itself').waitFor();
  await letGo();
  await page.getByText('The revision is saved.').waitFor();
  expect(await pictures().count()).toBe(1);
});

test('it can be saved without; what was refused keeps nobody from saving', async () => {
  await write(textBlock('t', paragraph('Before.')));
  await bring(page, 'drop', '.rt p', [{ name: 'page.png', base64: Buffer.from('<!doctype html>').toString('base64') }]);
  await page.locator('.incoming--refused').waitFor();
  const letGo = await slowUploads();
  await dropOnText('#102040');
  await page.getByLabel('Title', { exact: true }).fill('Saved without');
  await button('Save revision').click();
  await waiting().getByRole('button', { name: 'Save without it' }).click();
  await page.getByText('The revision is saved.').waitFor();
  expect(await pictures().count()).toBe(0);
  await letGo();
  complaints.length = 0; // the browser notes the status 422
});

test('in a picture field the last thing that somebody did counts, not the last file to arrive; words said meanwhile stay', async () => {
  await write(textBlock('t'), imageBlock('a'));
  const field = page.locator('.b [data-field="image"]');
  const shown = field.locator('.image-field__head .soft');
  const upload = async (name: string, colour: string): Promise<void> => {
    await field.getByRole('button', { name: /^Choose an/ }).click();
    await field.locator('input[type="file"]').setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(await png(colour), 'base64') });
  };
  const slowly = await slowUploads();
  await upload('late.png', '#203040');
  await field.getByRole('button', { name: 'Choose an image' }).click();
  await field.locator('.image-grid__one', { hasText: 'Picture 2' }).click();
  await field.getByRole('radio', { name: /A description/ }).check();
  await field.getByRole('textbox', { name: 'Description' }).fill('The second picture');
  await slowly();
  await field.getByText('not used here: something else was chosen meanwhile').waitFor();
  expect(await shown.innerText()).toBe('Picture 2');
  await field.getByRole('button', { name: 'Use it' }).click();
  expect(await shown.innerText()).toBe('Late');
  expect(await field.getByRole('textbox', { name: 'Description', includeHidden: true }).inputValue()).toBe('');

  const letGo = await slowUploads();
  await upload('other.png', '#304050');
  await field.getByRole('radio', { name: /A description/ }).check();
  await page.keyboard.type('A lighthouse');
  await letGo();
  await field.getByText('Other', { exact: true }).waitFor();
  expect(await field.getByRole('textbox', { name: 'Description' }).inputValue()).toBe('A lighthouse');
  await field.getByRole('radio', { name: /decoration/ }).check();
  expect(await field.getByRole('textbox', { name: 'Description' }).count()).toBe(0); // hidden
  await field.getByRole('radio', { name: /A description/ }).check();
  expect(await field.getByRole('textbox', { name: 'Description' }).inputValue()).toBe('A lighthouse');
});

test('after a lost line, and after signing in in place, uploads go on by themselves; what is held up while a save waits for it stops the save', async () => {
  await write(textBlock('t', paragraph('Before.')));
  await page.context().setOffline(true);
  await dropOnText('#405060');
  await lines().getByText('Offline. It goes on by itself').waitFor();
  await page.context().setOffline(false);
  await eventually(async () => { expect(await pictures().count()).toBe(1); });

  await site.deps.db('sessions').del();
  await dropOnText('#506070');
  const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' });
  await dialog.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await eventually(async () => { expect(await pictures().count()).toBe(2); });
  expect(await lines().count()).toBe(0);

  const held: Route[] = [];
  await page.route('**/admin/images', (route) => { held.push(route); });
  await dropOnText('#5060a0');
  await page.keyboard.press('Control+s');
  await waiting().waitFor();
  await eventually(() => { expect(held).toHaveLength(1); });
  await held[0]!.abort();
  await page.locator('.said', { hasText: 'Not saved: harbour.png is held up.' }).waitFor();
  expect(await waiting().count()).toBe(0);
  await page.unroute('**/admin/images');
  complaints.length = 0; // the browser notes the lost line and the status 401
});

test('a picture dropped on or between blocks comes there; on an image block anywhere into its field; elsewhere the page says where to', async () => {
  await write(textBlock('t', paragraph('Before.')), imageBlock('a'));
  const kinds = (): Promise<(string | undefined)[]> => page.locator('[data-blocks] > [data-item]').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.type));
  const named = (count: number): Promise<unknown> => page.waitForFunction((wanted) => document.querySelectorAll('.b .image-shown img').length === wanted, count);
  await bring(page, 'drop', '.b[data-type="image"] .block-head', [{ name: 'own.png', base64: await png('#607080') }]);
  await named(1);
  expect(await kinds()).toEqual(['paragraph', 'image']);
  await bring(page, 'drop', '.b[data-type="paragraph"] .block-type', [{ name: 'above.png', base64: await png('#708090') }]);
  await named(2);
  expect(await page.locator('.b .image-field__head .soft').allInnerTexts()).toEqual(['Above', 'Own']);
  expect(await kinds()).toEqual(['image', 'paragraph', 'image']);
  await bring(page, 'drop', '[data-blocks] > .add--end', [{ name: 'last.png', base64: await png('#8090a0') }]);
  await named(3);
  expect(await kinds()).toEqual(['image', 'paragraph', 'image', 'image']);
  await bring(page, 'drop', '.tabs', [{ name: 'nowhere.png', base64: await png('#90a0b0') }]);
  await page.locator('.said', { hasText: 'Drop it on a text or on a picture field.' }).waitFor();
});
