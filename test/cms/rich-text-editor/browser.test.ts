import type { Page } from 'playwright-core';
import { axeFindings } from '../../support/axe';
import { addWritten, EMPTY, openStaff, openWriter, p, paragraph, paste, storedIn, tableBlock, textBlock } from './written-page';

const writer = openWriter();
const { write, contentOf, text } = writer;
let page: Page;
beforeAll(() => { page = writer.page; });

test('typing with Markdown signs and keys gives exactly this document', async () => {
  await write();
  await text().focus();
  await page.keyboard.type('## Scope\nWhat is ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('in');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(', what *is* out, `code`, and ~~gone~~.\n- one\n');
  await page.keyboard.type('two\n\n> said\n\n```json ');
  await page.keyboard.type('{}');
  expect(await contentOf()).toEqual([
    { type: 'heading', attrs: { level: 2, anchor: null }, content: [{ type: 'text', text: 'Scope' }] },
    p('What is ', ['in', 'bold'], ', what ', ['is', 'italic'], ' out, ', ['code', 'code'], ', and ', ['gone', 'strike'], '.'),
    { type: 'bulletList', content: [{ type: 'listItem', content: [p('one')] }, { type: 'listItem', content: [p('two')] }] },
    { type: 'blockquote', content: [p('said')] },
    { type: 'codeBlock', attrs: { language: 'json' }, content: [{ type: 'text', text: '{}' }] },
  ]);
});

test('the tools are reached by Alt-F10, gone through with arrows, and Escape leads back, then to the block', async () => {
  await write(textBlock('first', paragraph('Water')));
  await text().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Subscript' }).focus();
  await page.keyboard.press('Enter');
  expect(await contentOf()).toEqual([p(['Water', 'subscript'])]);
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.classList.contains('rt'));
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-item'))).toBe(true);
});

test('what is only looked at is sent as it was stored, to the letter, and nothing is kept', async () => {
  const odd = { type: 'doc', content: [{ type: 'paragraph', attrs: { align: null }, content: [] }, p('kept  as it is')] };
  await write(textBlock('a', odd), tableBlock('b', [[paragraph('A'), EMPTY], [paragraph('1'), odd]]), textBlock('c', paragraph('Last')));
  const before = await storedIn(page);
  const asked: string[] = [];
  page.on('request', (request) => { if (request.url().includes('/working-copy')) asked.push(request.url()); });
  for (const place of await page.locator('.rt').all()) await place.focus();
  await page.locator('.tb td').first().click();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Tab');
  await text().focus();
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  expect(await storedIn(page)).toEqual(before);
  expect(asked.length).toBeLessThanOrEqual(1);
});

test('RFC 911 opens a list; Enter makes a chip of what is chosen, Escape leaves the words', async () => {
  await write();
  await text().focus();
  await page.keyboard.type('See RFC 911');
  const list = page.getByRole('listbox', { name: 'References' });
  await list.getByRole('option').first().waitFor();
  expect(await text().getAttribute('aria-controls')).toBe(await list.getAttribute('id'));
  await list.getByRole('option', { name: 'RFC 9110' }).waitFor();
  while (!/9110/.test(await page.locator(`#${(await text().getAttribute('aria-activedescendant'))!}`).innerText())) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' and RFC 911');
  await list.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.type('\nend');
  expect(await contentOf()).toEqual([p('See ', { type: 'reference', attrs: { ref: 'rfc:9110', text: null } }, ' and RFC 911'), p('end')]);
  expect(await page.locator('.ref').innerText()).toBe('RFC 9110');
});

test('[[page finds pages by their titles and links their names', async () => {
  await write();
  await text().focus();
  await page.keyboard.type('As in [[page note well');
  const option = page.getByRole('option').first();
  await option.waitFor();
  await page.keyboard.press('Enter');
  const [{ content }] = await contentOf() as [{ content: { text: string; marks?: { type: string; attrs: { ref: string } }[] }[] }];
  expect(content[1]).toMatchObject({ type: 'text', text: expect.stringContaining('Note Well'), marks: [{ type: 'link', attrs: { ref: expect.stringMatching(/^page:\d+$/) } }] });
});

test('Ctrl-K links words to a page, an address or a place on the page; a pasted address does so too; a link is changed and removed', async () => {
  await write(textBlock('a', paragraph('one')), textBlock('b', { type: 'doc', content: [{ type: 'heading', attrs: { level: 2, anchor: 'scope' }, content: [{ type: 'text', text: 'Scope' }] }] }));
  await text().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Page, document or address' });
  await field.fill('example.org/x');
  await field.press('Enter');
  await expect(contentOf()).resolves.toEqual([p({ type: 'text', marks: [{ type: 'link', attrs: { ref: 'https://example.org/x' } }], text: 'one' })]);
  await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(100); // the browser tells of a moved caret a moment later
  await page.keyboard.press('Alt+F10');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await field.fill('#sco');
  await page.getByRole('option', { name: '#scope' }).waitFor();
  await field.press('Enter');
  await expect(contentOf()).resolves.toMatchObject([{ content: [{ marks: [{ attrs: { ref: '#scope' } }] }] }]);
  await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(100); // the browser tells of a moved caret a moment later
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await page.getByRole('button', { name: 'Remove the link' }).click();
  await expect(contentOf()).resolves.toEqual([p('one')]);
  await page.keyboard.press('Control+a');
  await page.waitForTimeout(50);
  await paste(page, { text: `${writer.site.origin}/about/` });
  await page.locator('.rt a').first().waitFor();
  await expect(contentOf()).resolves.toMatchObject([{ content: [{ marks: [{ attrs: { ref: expect.stringMatching(/^page:\d+$/) } }], text: 'one' }] }]);
});

test('a paste from Word comes in clean at the caret, a table in it as a block after this one', async () => {
  await write(textBlock('a', paragraph('Before.')));
  await text().focus();
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(50);
  const word = `<html><body><!--StartFragment--><p class=MsoNormal style='margin:0'><b>Bold<o:p></o:p></b> and <i>more</i></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>first</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>second</p>
    <table><tr><td>a</td><td>b</td></tr></table><!--EndFragment--></body></html>`;
  await paste(page, { text: 'Bold and more', html: word });
  await page.locator('.tb td').first().waitFor();
  const content = JSON.stringify(await contentOf());
  expect(content).toContain('Before.');
  expect(content).toContain('{"type":"text","marks":[{"type":"bold"}],"text":"Bold"}');
  expect(content).toContain('"bulletList"');
  expect(content).not.toMatch(/mso|·/);
  expect(JSON.parse((await storedIn(page))[1]!)).toEqual([[paragraph('a'), paragraph('b')]]);
});

test('a paste that the server does not answer loses no words', async () => {
  await write();
  await text().focus();
  await page.route('**/admin/paste', (route) => route.abort());
  await paste(page, { text: 'one\ntwo', html: '<p><b>one</b></p><p>two</p>' });
  await page.getByText('two').first().waitFor();
  await page.unroute('**/admin/paste');
  expect(await contentOf()).toEqual([p('one'), p('two')]);
  writer.complaints.length = 0; // the aborted request
});

test.each([['light', 1280], ['dark', 390]] as const)('tools, lists, panels and tables are well made in %s colours, %i px wide', async (colorScheme, width) => {
  const address = await addWritten(writer.site, `looks-${colorScheme}`, [textBlock('a', paragraph('See RFC')), tableBlock('t', [[paragraph('A'), paragraph('B')], [paragraph('C'), EMPTY]]), { id: 'i', type: 'image', value: { image: null, caption: null, credit: null } }]);
  const staff = await openStaff(writer.site, writer.browser, { colorScheme, viewport: { width, height: 900 } });
  await staff.page.goto(address);
  const look = async (): Promise<unknown[]> => {
    const wide = await staff.page.evaluate(() => document.documentElement.scrollWidth);
    return [...await axeFindings(staff.page, { within: '#page-form' }), ...(wide > width ? [`${wide} px`] : [])];
  };
  const rt = staff.page.locator('.rt').first();
  await rt.focus();
  await staff.page.keyboard.press('Control+End');
  await staff.page.waitForTimeout(50);
  await staff.page.keyboard.type(' 911');
  await staff.page.getByRole('option').first().waitFor();
  expect(await look()).toEqual([]);
  await staff.page.keyboard.press('Enter');
  await staff.page.getByRole('button', { name: 'More', exact: true }).first().click();
  expect(await look()).toEqual([]);
  await staff.page.getByRole('menuitem', { name: 'Image…' }).click();
  await staff.page.locator('.image-grid__one').first().waitFor();
  expect(await look()).toEqual([]);
  await staff.page.locator('.image-grid__one').first().click();
  await staff.page.locator('.tb td').nth(3).click();
  expect(await look()).toEqual([]);
  expect(staff.complaints).toEqual([]);
  await staff.context.close();
}, 60_000);
