import { browsedLibrary, imageTitled, picture } from '../library/browsed-library';

const library = browsedLibrary();
let { site, page } = library;
beforeAll(() => { ({ site, page } = library); });

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
