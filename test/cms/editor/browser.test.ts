import type { Browser } from 'playwright-core';
import { axeFindings } from '../../support/axe';
import { launchBrowser } from '../../support/browser';
import { addPage, savePage } from '../../support/site';
import { aboutText, openEditorSite, openForm, post, type EditorSite } from './site';
import { complaintsOf, FORM_RULES, signInAs } from '../../support/staff-browser';

let site: EditorSite;
let browser: Browser;
let screens: Record<string, string>;
beforeAll(async () => {
  site = await openEditorSite();
  const example = await addPage(site, { path: '/example', title: 'Example of everything in a standard page' });
  const topics = await addPage(site, { path: '/topics', type: 'topic-list', title: 'Topics' }).catch(() => example);
  const form = await addPage(site, { path: '/write', type: 'form', title: 'Write to us', published: false });
  const locked = await addPage(site, { path: '/locked', title: 'Locked' });
  await site.deps.db('pages').where({ id: locked }).update({ lockedAt: site.clock.now });
  const typed = await addPage(site, { path: '/typed', title: 'Typed', content: aboutText('Typed.') });
  await post(site.agents.admin, `/admin/pages/${typed}/working-copy`, { ...await openForm(site.agents.admin, `/admin/pages/${typed}/edit`), title: 'Typed and not saved' }, { method: 'PUT', json: true });
  screens = {
    example: `/admin/pages/${example}/edit`, topics: `/admin/pages/${topics}/edit`, form: `/admin/pages/${form}/edit`, locked: `/admin/pages/${locked}/edit`,
    typed: `/admin/pages/${typed}/edit`, chooser: `/admin/pages/new?parent=${site.about}`, 'new page': `/admin/pages/new?parent=${site.about}&type=standard`,
    share: `/admin/pages/${example}/preview-links`,
  };
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site.close();
});
beforeEach(() => site.deps.db('rateLimits').del());

test.each([['light', 1440], ['dark', 360]] as const)('every screen is well made in %s colours, %i px wide', async (colorScheme, width) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await signInAs(site, context, 'admin@example.org');
  const found: Record<string, unknown[]> = {};
  for (const [name, url] of Object.entries(screens)) {
    await page.goto(site.origin + url);
    await page.waitForTimeout(300);
    found[name] = await complaintsOf(page, width, FORM_RULES);
    for (const part of ['Promote', 'Settings']) {
      const tab = page.getByRole('tab', { name: part });
      if (await tab.count() === 0) continue;
      await tab.click();
      found[`${name}, ${part}`] = await axeFindings(page);
    }
  }
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  await context.close();
}, 240_000);

test('without scripts: change the title and the text of a page, save, see it beside the form and find it again', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  const page = await signInAs(site, context, 'editor@example.org');
  await page.goto(`${site.origin}/admin/pages/${site.about}/edit`);
  await page.getByLabel('Title', { exact: true }).fill('About the secretariat');
  await page.locator('textarea[name="content.keyInfo.b1.value.text.html"]').fill('<p>Written <strong>without scripts</strong>.</p>');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.frameLocator('iframe[name="preview"]').getByRole('heading', { level: 1, name: 'About the secretariat' }).waitFor();
  await page.getByRole('button', { name: 'Save revision' }).click();
  await page.getByText('The revision is saved.').waitFor();
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('About the secretariat');
  await page.frameLocator('iframe[name="preview"]').getByText('without scripts').waitFor();

  await page.getByLabel('Title', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Save revision' }).click();
  await page.getByRole('link', { name: 'Title' }).click();
  expect(new URL(page.url()).hash).toBe('#f-title');
  await context.close();
});

test('without scripts: add a page below another', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await signInAs(site, context, 'editor@example.org');
  await page.goto(`${site.origin}/admin/pages/new?parent=${site.about}`);
  await page.getByRole('link', { name: /^Standard page/ }).click();
  await page.getByLabel('Title', { exact: true }).fill('Staff of the secretariat');
  await page.getByRole('button', { name: 'Save', exact: true }).or(page.getByRole('button', { name: 'Save revision' })).first().click();
  await page.getByText('The page is made').waitFor();
  expect(await site.deps.db('pages').where({ title: 'Staff of the secretariat' }).first('path')).toEqual({ path: '/about/staff-of-the-secretariat' });
  await context.close();
});

test('the preview beside the form shows pictures and styles, follows what is typed, and nothing in it is refused by a policy', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await signInAs(site, context, 'editor@example.org');
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(`${site.origin}/admin/pages/${site.about}/edit`);
  const frame = page.frameLocator('.preview-frame').last();
  await frame.getByRole('heading', { level: 1 }).waitFor();
  await page.getByLabel('Title', { exact: true }).fill('Followed while typing');
  await frame.getByRole('heading', { level: 1, name: 'Followed while typing' }).waitFor();
  expect(await frame.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily)).toContain('Inter');
  expect(errors).toEqual([]);

  const opened = context.waitForEvent('page');
  await frame.getByRole('link', { name: 'Skip to main content' }).waitFor({ state: 'attached' });
  await frame.locator('.site-header a').first().click();
  expect((await (await opened).waitForLoadState().then(() => opened)).url()).toBe(`${site.origin}/`);
  await context.close();
});

test('a shared preview opens in a browser that is signed in nowhere', async () => {
  const answer = await post(site.agents.editor, `/admin/pages/${site.about}/preview-links`, { _csrf: (await openForm(site.agents.editor, `/admin/pages/${site.about}/edit`))._csrf!, days: '1' }, { json: true });
  await savePage(site, site.about, { slug: 'about', title: 'Seen by a stranger', content: aboutText('Shared.') });
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(site.origin + new URL(String(answer.body.url)).pathname);
  await page.getByText('Preview, not public.').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Seen by a stranger');
  expect(errors).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  await context.close();
});
