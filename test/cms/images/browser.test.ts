import { addPage } from '../../support/site';
import { complaintsOf } from '../../support/staff-browser';
import { browsedLibrary, imageTitled, picture } from '../library/browsed-library';

const library = browsedLibrary();
const { errors } = library;
let { site, context, page } = library;
beforeAll(() => { ({ site, context, page } = library); });

const row = (title: string) => imageTitled(site, title);
const url = (path: string): string => site.origin + path;

test('several files are sent from the file input, each with its row; what cannot be taken is refused with its reason', async () => {
  await page.goto(url('/admin/images'));
  await page.getByText('There are no images yet').waitFor();
  await page.locator('input[data-files]').setInputFiles([
    await picture('venue-map_final.png', '#336699'), await picture('night.png', '#0a2238', { width: 600, height: 900 }),
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('words') }, { name: 'liar.png', mimeType: 'image/png', buffer: Buffer.from('<html>no picture</html>') },
  ]);
  const rows = page.locator('.sending');
  await rows.filter({ hasText: 'notes.txt' }).getByText('It is not a picture that is taken here').waitFor();
  await rows.filter({ hasText: 'liar.png' }).locator('.sending-says .icon').waitFor();
  await rows.filter({ hasText: 'venue-map_final.png' }).getByRole('link', { name: 'Venue map final' }).waitFor();
  await page.locator('.shot').nth(1).waitFor(); // the list has them without being loaded anew
  expect(await page.locator('.shot-title').allTextContents()).toHaveLength(2);
  await page.getByRole('heading', { name: 'Uploads: 2 here, 2 refused' }).waitFor();
  expect((await rows.locator('.sending-name').allTextContents()).slice(0, 2)).toEqual(['notes.txt', 'liar.png']); // where they are seen
  expect(await page.locator('[data-library-count]').textContent()).toBe('2 images, 2 unused');
  await page.locator('input[data-files]').setInputFiles([await picture('the-same.png', '#336699')]);
  await rows.filter({ hasText: 'the-same.png' }).getByText('Already here as').waitFor();
  expect(await page.locator('.shot').count()).toBe(2);
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Upload images');
}, 60_000);

test('files are taken from a drop and from the clipboard too', async () => {
  const { buffer } = await picture('dropped.png', '#884422');
  await page.evaluate(([bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(bytes!), (character) => character.charCodeAt(0))], 'dropped.png', { type: 'image/png' }));
    document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: data }));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, [buffer.toString('base64')]);
  await page.locator('.sending').filter({ hasText: 'dropped.png' }).getByText('Here as').waitFor();
  const pasted = await picture('pasted.png', '#228844');
  await page.evaluate(([bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(bytes!), (character) => character.charCodeAt(0))], 'pasted.png', { type: 'image/png' }));
    const search = document.querySelector<HTMLElement>('#q')!; // where the focus happens to be
    search.focus();
    search.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
  }, [pasted.buffer.toString('base64')]);
  await page.locator('.sending').filter({ hasText: 'pasted.png' }).getByText('Here as').waitFor();
  await page.locator('.shot').nth(3).waitFor();
}, 60_000);

test('in a list of what is undecided, what gets its decision says that it is no longer of it; a refused one keeps what was typed, its crops too', async () => {
  await page.goto(url('/admin/images?alt=undecided'));
  const title = (await page.locator('.shot-title').first().textContent())!;
  const left = await page.locator('.shot').count();
  await page.getByRole('link', { name: title }).click();
  await page.getByLabel('Across', { exact: true }).fill('0');
  await page.getByLabel('Describe it').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('#image-alt[aria-invalid]').waitFor();
  expect(await page.locator('.crop--thumb img').evaluate((crop: HTMLElement) => crop.style.objectPosition)).toMatch(/^(0%|50%) 50%$/);
  await page.getByLabel('It is decoration').check();
  await page.getByRole('button', { name: 'Save and next' }).click();
  await page.getByRole('heading', { name: title, level: 2 }).waitFor({ state: 'detached' });
  expect(await page.locator('.shot').first().innerText()).toMatch(/Decoration.*Not in this list any more/s);
  expect(await page.locator('[data-library-place]').textContent()).toBe(`1 to ${left - 1} of ${left - 1}`);
  await site.deps.db('images').where({ title }).update({ altDecision: null, focalX: 0.5 });
  errors.splice(0); // the browser tells of the 422
}, 60_000);

test('with the keyboard alone: a pane is opened, the focal point moved, the picture described, and all of it saved in place', async () => {
  await page.goto(url('/admin/images'));
  const { id } = await row('Venue map final') as { id: number };
  await page.getByRole('link', { name: 'Venue map final' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Venue map final', level: 2 }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/admin/images/${id}`);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('pane-title');

  await page.getByRole('button', { name: 'Focal point: 50 percent across' }).focus();
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowUp');
  expect(await page.getByLabel('Across', { exact: true }).inputValue()).toBe('70');
  expect(await page.getByLabel('Down', { exact: true }).inputValue()).toBe('49');
  // 900 × 600: a square keeps 600 of 900; centred on 630 it begins at 300, as far right as it goes
  expect(await page.locator('.crop--thumb img').evaluate((crop: HTMLElement) => crop.style.objectPosition)).toBe('100% 50%');

  await page.getByLabel('Describe it').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Map of the venue with its two entrances.');
  await page.getByLabel('Tags', { exact: true }).fill('Maps, venue');
  await page.keyboard.press('Enter');
  await page.locator('[data-pane-state]', { hasText: 'Saved' }).waitFor();
  expect(await row('Venue map final')).toMatchObject({ focalX: 0.7, focalY: 0.49, altDecision: 'described', alt: 'Map of the venue with its two entrances.', tags: ['maps', 'venue'], version: 2 });
  await page.locator('.shot').filter({ hasText: 'Venue map final' }).getByText('Described · unused').waitFor();
}, 60_000);

test('what is not saved is asked about before another image takes its place', async () => {
  await page.getByLabel('Credit', { exact: true }).fill('Priya Raman');
  await page.getByRole('link', { name: 'Night' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save first?' });
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  expect(await page.getByLabel('Credit', { exact: true }).inputValue()).toBe('Priya Raman');
  await page.getByRole('link', { name: 'Night' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Night', level: 2 }).waitFor();
  expect(await row('Venue map final')).toMatchObject({ credit: 'Priya Raman' });
  await page.goBack();
  await page.getByRole('heading', { name: 'Venue map final', level: 2 }).waitFor();
}, 60_000);

test('a change by somebody else meanwhile is shown beside what was typed, and nothing of either is lost', async () => {
  await site.deps.db('images').where({ title: 'Venue map final' }).update({ credit: 'Maren Oduya', tags: ['theirs'], version: 4 });
  await page.getByLabel('Credit', { exact: true }).fill('Somebody');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Save mine over it' }).waitFor();
  expect(await page.getByLabel('Credit', { exact: true }).inputValue()).toBe('Somebody');
  expect(await page.locator('#image-credit-now').textContent()).toContain('Maren Oduya');
  expect(await complaintsOf(page, 1440)).toEqual([]);
  await page.getByRole('link', { name: 'Credit' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('image-credit-now');
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await page.locator('[data-pane-state]', { hasText: 'Saved' }).waitFor();
  expect(await row('Venue map final')).toMatchObject({ credit: 'Somebody', tags: ['theirs'] });
  errors.splice(0); // the browser tells of the 409
}, 60_000);

test('a file is replaced in place and put back; what a page shows cannot be thrown away', async () => {
  const { id } = await row('Venue map final') as { id: number };
  await page.locator('input[data-replacement]').setInputFiles(await picture('newer.png', '#aa3355', { width: 1000, height: 500 }));
  await page.getByText('1,000 × 500').first().waitFor();
  await page.getByLabel('Licence').fill('CC0 1.0');
  await page.getByRole('button', { name: 'Put back version 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('The image has its former file again').waitFor();
  expect(await row('Venue map final')).toMatchObject({ licence: 'CC0 1.0', width: 900 });

  const keyInfo = [{ id: 'b1', type: 'image', value: { image: { ref: `image:${id}`, alt: 'A map', decorative: false }, caption: null, credit: null } }];
  await addPage(site, { path: '/venue', title: 'The venue', content: { ...site.deps.registry.pageTypes.get('standard')!.example, keyInfo } });
  await page.reload();
  await page.getByText('Cannot be trashed while 1 page shows it.').waitFor();
  expect(await page.getByRole('button', { name: 'Move to the trash' }).count()).toBe(0);
  await page.getByRole('link', { name: 'The venue' }).waitFor();
}, 60_000);

test('several are tagged, thrown away and restored at once; one is deleted for good after a dialog that says what goes', async () => {
  await page.goto(url('/admin/images'));
  for (const title of ['Night', 'Dropped']) await page.getByLabel(`Select ${title}`).check();
  await page.getByText('2 selected').waitFor();
  await page.getByLabel('Tag', { exact: true }).fill('Evening');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByText('2 images have the tag.').waitFor();
  for (const title of ['Night', 'Venue map final']) await page.getByLabel(`Select ${title}`).check();
  await page.getByRole('button', { name: 'Trash', exact: true }).click();
  await page.getByRole('heading', { name: '1 of 2 images are in the trash' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin/images');
  expect(await page.getByLabel('Select Venue map final').isChecked()).toBe(true);
  await page.locator('input[data-files]').setInputFiles([await picture('night.png', '#0a2238', { width: 600, height: 900 })]);
  await page.locator('.sending').getByRole('button', { name: 'Restore it' }).click();
  await page.locator('.sending').getByText('Restored as').waitFor();
  await page.locator('.shot').filter({ hasText: 'Night' }).waitFor();
  await page.getByLabel('Select Night').check();
  await page.getByRole('button', { name: 'Trash', exact: true }).click();
  await page.goto(url('/admin/images?trash=1'));
  await page.getByRole('link', { name: 'Night' }).click();
  await page.getByRole('button', { name: 'Delete for good…' }).click();
  expect(await complaintsOf(page, 1440)).toEqual([]);
  await page.getByRole('button', { name: 'Delete for good', exact: true }).click();
  await page.getByText('The image is deleted for good.').waitFor();
  expect(await row('Night')).toBeUndefined();
  expect(errors.filter((error) => !/409|422/.test(error))).toEqual([]);
}, 60_000);

test.each([['light', 1440], ['dark', 390]] as const)('every screen is well made in %s colours, %i px wide', async (colorScheme, width) => {
  const { id } = await row('Venue map final') as { id: number };
  const own = await context.browser()!.newContext({ colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce', storageState: await context.storageState() });
  const looked = await own.newPage();
  const found: Record<string, unknown[]> = {};
  for (const path of ['/admin/images', '/admin/images?view=list', `/admin/images/${id}`, `/admin/images/${id}?view=list&q=map`, '/admin/images?q=nothing', '/admin/images?trash=1', '/admin/images?alt=undecided&use=unused&sort=title']) {
    await looked.goto(url(path));
    const tick = looked.locator('.pick:visible').first();
    if (await tick.count() > 0) await tick.check();
    const complaints = await complaintsOf(looked, width);
    if (complaints.length > 0) found[path] = complaints;
  }
  expect(found).toEqual({});
  await own.close();
}, 90_000);
