import { docx, pdf } from '../../support/documents';
import { complaintsOf } from '../../support/staff-browser';
import { browsedLibrary } from '../library/browsed-library';

const library = browsedLibrary();
const { errors } = library;
let { site, page } = library;
beforeAll(() => { ({ site, page } = library); });

const PDF = { name: 'agenda.pdf', mimeType: 'application/pdf', buffer: pdf(['The agenda']) };
const WORD = { name: 'agenda.docx', mimeType: '', buffer: docx(['The agenda']) };

test('a document is uploaded, described, replaced by a file of another type, and put back', async () => {
  await page.goto(`${site.origin}/admin/documents`);
  await page.locator('input[data-files]').setInputFiles([PDF, { name: 'run.exe', mimeType: '', buffer: Buffer.from('MZ') }, { name: 'liar.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') }]);
  await page.locator('.sending').getByText('It is not a document that is taken here').waitFor();
  await page.locator('.sending').getByText('This is no PDF file').waitFor();
  await page.getByRole('heading', { name: 'Uploads: 1 here, 2 refused' }).waitFor();
  expect(await page.locator('.sending-thumb use').first().getAttribute('href')).toBe('#i-doc');
  await page.locator('tr[data-item]').getByRole('link', { name: 'Agenda' }).click();
  await page.getByLabel('Title', { exact: true }).fill('Agenda of the meeting');
  await page.getByLabel('Description', { exact: true }).fill('All that is talked about.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('[data-pane-state]').getByText('Saved').waitFor();

  await page.locator('input[data-replacement]').setInputFiles([WORD]);
  await page.locator('[data-pane-state]').getByText('The new file is in its place.').waitFor();
  expect(await page.locator('.version-list li').count()).toBe(2);
  expect(await page.getByLabel('Address for readers').inputValue()).toMatch(/\/documents\/\d+\/agenda\.docx$/);
  await page.getByRole('button', { name: 'Put back version 1' }).click();
  await page.getByText('has its former file again').waitFor();
  expect(await page.getByLabel('Address for readers').inputValue()).toMatch(/agenda\.pdf$/);
}, 60_000);

test.each([[1440, 'light'], [1440, 'dark'], [390, 'light'], [360, 'dark']] as const)('the list and the pane are sound at %i px in %s', async (width, colorScheme) => {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const { id } = await site.deps.db('documents').first('id');
  for (const path of ['/admin/documents', `/admin/documents/${id}`, '/admin/documents?q=nothing&text=failed']) {
    await page.goto(site.origin + path);
    expect([path, await complaintsOf(page, width)]).toEqual([path, []]);
  }
}, 60_000);

test('nothing was said in the console but that one file was refused', () => {
  expect(errors).toEqual([expect.stringContaining('422')]);
});
