import sharp from 'sharp';
import { PASSWORD } from '../../accounts/accounts-app';
import { addPerson, send, signedIn } from '../../accounts/people-site';
import { browsedLibrary, imageTitled, picture } from '../library/browsed-library';

const library = browsedLibrary();
let { site, context, page } = library;
beforeAll(() => { ({ site, context, page } = library); });

const row = (title: string) => imageTitled(site, title);

test('what was typed while the new file was sent stays, and is saved; who has gone on to another image stays there', async () => {
  await page.goto(`${site.origin}/admin/images`);
  await page.locator('input[data-files]').setInputFiles([await picture('venue-map_final.png', '#336699'), await picture('night.png', '#0a2238')]);
  await page.locator('.shot').nth(1).waitFor();
  await page.getByRole('link', { name: 'Venue map final' }).first().click();
  await page.getByRole('heading', { name: 'Venue map final', level: 2 }).waitFor();
  await page.getByLabel('Licence').fill('CC BY 4.0');
  await page.locator('input[data-replacement]').setInputFiles(await picture('wide.png', '#113355', { width: 800, height: 400 }));
  await page.getByText('800 × 400').first().waitFor();
  expect(await page.getByLabel('Licence').inputValue()).toBe('CC BY 4.0');
  expect(await page.locator('[data-focal] img').getAttribute('height')).toBe('400');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('[data-pane-state]', { hasText: 'Saved' }).waitFor();
  expect(await row('Venue map final')).toMatchObject({ licence: 'CC BY 4.0', width: 800 });

  let send = (): void => undefined;
  const gone = new Promise<void>((resolve) => { send = resolve; });
  await page.route('**/versions', async (route) => { await gone; await route.continue(); });
  await page.locator('input[data-replacement]').setInputFiles(await picture('late-file.png', '#551133', { width: 700, height: 350 }));
  await page.getByRole('link', { name: 'Night' }).last().click();
  await page.getByRole('heading', { name: 'Night', level: 2 }).waitFor();
  await page.getByLabel('Credit', { exact: true }).fill('Typed here');
  send();
  await page.getByText('The new file is in its place.').waitFor({ state: 'attached' });
  expect(await row('Venue map final')).toMatchObject({ width: 700 });
  expect(await page.getByLabel('Credit', { exact: true }).inputValue()).toBe('Typed here');
}, 60_000);

test('what somebody else changed meanwhile is shown before the file replaces it all the same; what of it was not kept is said', async () => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('[data-pane-state]', { hasText: 'Saved' }).waitFor();
  const updatedBy = await addPerson(site, 'mira@example.org');
  await site.deps.db('images').where({ title: 'Night' }).update({ licence: 'CC0 1.0', updatedBy, version: 7 });
  const [red, blue] = [Buffer.from([0xff, 0, 0]), Buffer.from([0, 0, 0xff])];
  const frame = (colour: Buffer) => sharp({ create: { width: 60, height: 40, channels: 3, background: { r: colour[0]!, g: colour[1]!, b: colour[2]! } } }).png().toBuffer();
  const buffer = await sharp([await frame(red), await frame(blue)], { join: { animated: true } }).gif({ delay: [100, 100] }).toBuffer();
  await page.locator('input[data-replacement]').setInputFiles({ name: 'moving.gif', mimeType: 'image/gif', buffer });
  await page.getByText(/^Name of mira@example.org changed this image today.*not in its place yet/).waitFor();
  expect(await page.getByLabel('Licence').inputValue()).toBe('CC0 1.0');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Replace anyway');
  await page.keyboard.press('Enter');
  await page.locator('.replace-after').getByText('The new file is in its place. Only the first picture').waitFor();
  expect(await row('Night')).toMatchObject({ width: 60, version: 8 });
}, 60_000);

test('on a phone the warning of a clash stands below the head of the page', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await site.deps.db('images').where({ title: 'Night' }).update({ credit: 'Theirs', version: 11 });
  await page.getByLabel('Credit', { exact: true }).fill('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const warning = page.locator('[data-pane-problem]');
  await warning.waitFor();
  const head = await page.locator('.top, header').first().evaluate((bar) => bar.getBoundingClientRect().bottom);
  expect((await warning.boundingBox())!.y).toBeGreaterThanOrEqual(head);
}, 60_000);

test('what somebody else threw away meanwhile is restored with what was typed about it', async () => {
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await page.locator('[data-pane-state]', { hasText: 'Saved' }).waitFor();
  await page.getByLabel('Credit', { exact: true }).fill('Typed before it went');
  await send(await signedIn(site, 'admin@example.org'), 'POST', '/admin/images/bulk', { ids: String((await row('Night')).id), do: 'trash' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Restore and save mine' }).click();
  await page.locator('[data-pane-state]', { hasText: 'Saved' }).waitFor();
  expect(await row('Night')).toMatchObject({ credit: 'Typed before it went', trashedAt: null });
}, 60_000);

test('a broken connection is said, and the file is sent again with a button; it goes into the collection whose list is open', async () => {
  const [collection] = await site.deps.db('collections').insert({ name: 'Meetings', createdAt: site.clock.now }).returning<{ id: number }[]>('id');
  await page.goto(`${site.origin}/admin/images?collection=${collection!.id}`);
  await page.route('**/admin/images', (route) => (route.request().method() === 'POST' ? route.abort('connectionfailed') : route.continue()));
  await page.locator('input[data-files]').setInputFiles([await picture('late.png', '#557799')]);
  const late = page.locator('.sending').filter({ hasText: 'late.png' });
  await late.getByText('The server could not be reached.').waitFor();
  await page.unroute('**/admin/images');
  await late.getByRole('button', { name: 'Try again' }).click();
  await late.getByText('Here as').waitFor();
  expect(await row('Late')).toMatchObject({ collectionId: collection!.id });
}, 60_000);

test('what was lost with the session or the network goes on by itself, and what is too much for now waits for its time', async () => {
  const [rows, heading] = [page.locator('.sending'), page.locator('[data-uploads-title]')];
  await page.goto(`${site.origin}/admin/images`);
  await context.clearCookies();
  await page.locator('input[data-files]').setInputFiles([await picture('one.png', '#010203'), await picture('two.png', '#020304'), await picture('three.png', '#030405')]);
  await rows.filter({ hasText: 'three.png' }).getByText('Waits until you are signed in again').waitFor();
  await page.getByRole('dialog').getByLabel('Password').fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
  await heading.getByText('Uploads: 3 here').waitFor();

  await page.route('**/admin/images', (route) => (route.request().method() === 'POST' ? route.abort('connectionfailed') : route.continue()));
  await page.locator('input[data-files]').setInputFiles([await picture('four.png', '#040506'), await picture('five.png', '#050607')]);
  await heading.getByText('Uploads: 3 here, 2 not sent').waitFor();
  await page.unroute('**/admin/images');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await heading.getByText('Uploads: 5 here').waitFor();

  await page.route('**/admin/images', (route) => route.fulfill({ status: 429, headers: { 'Retry-After': '5' }, json: { detail: 'Too many requests. Please try again later.' } }), { times: 1 });
  await page.locator('input[data-files]').setInputFiles([await picture('six.png', '#060708')]);
  await rows.filter({ hasText: 'six.png' }).getByText(/Waits until .*\d\d:\d\d, then goes on/).waitFor();
  await heading.getByText('Uploads: 6 here').waitFor();
}, 60_000);
