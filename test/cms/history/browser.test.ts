import type { Browser, Page } from 'playwright-core';
import { addPerson, openPeopleSite, signedIn, type PeopleSite } from '../../accounts/people-site';
import { launchBrowser } from '../../support/browser';
import { addPage, savePage } from '../../support/site';
import { complaintsOf, signInAs } from '../../support/staff-browser';

let site: PeopleSite;
let browser: Browser;
let about: number;
beforeAll(async () => {
  site = await openPeopleSite();
  about = await addPage(site, { path: '/about', title: 'RFC statuses' });
  const { content } = await site.deps.db('revisions').where({ pageId: about }).first<{ content: Record<string, unknown> }>('content');
  const block = (id: string, text: string) => ({ id, type: 'paragraph', value: { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } } });
  await savePage(site, about, { slug: 'about', title: 'RFC statuses', content: { ...content, keyInfo: [block('a', 'First.'), block('b', 'It will change.'), block('c', 'Third.')] } });
  await savePage(site, about, { slug: 'about', title: 'RFC statuses and more', content: { ...content, introduction: 'Other words.', keyInfo: [block('a', 'First.'), block('b', 'It may change.'), block('d', 'New.')] } });
  await addPerson(site, 'viewer@example.org', 'viewers');
  await (await signedIn(site, 'viewer@example.org')).get('/admin/users').expect(403);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site.close();
});

async function open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  await site.deps.db('rateLimits').del();
  return signInAs(site, await browser.newContext({ reducedMotion: 'reduce', ...options }));
}

test.each([['light', 1280], ['dark', 390]] as const)('every screen of history is well made in %s colours, %i px wide', async (colorScheme, width) => {
  const page = await open({ colorScheme, viewport: { width, height: 800 } });
  const found: Record<string, unknown[]> = {};
  for (const url of [`/admin/pages/${about}/history`, `/admin/pages/${about}/history?a=previous&view=field`, '/admin/history', '/admin/history?what=page&who=Plenary', '/admin/history?result=denied', '/admin/history?to=2001-01-01']) {
    await page.goto(site.origin + url);
    for (const summary of await page.locator('main summary').all()) await summary.click();
    found[url] = await complaintsOf(page, width);
  }
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  await page.context().close();
}, 120_000);

test('with the keyboard alone: choose two revisions, step through the changes, restore a block', async () => {
  const page = await open({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${site.origin}/admin/pages/${about}/history`);
  await page.getByRole('radio', { name: 'Compare from revision 1' }).focus();
  await page.keyboard.press('ArrowUp');
  await page.waitForURL(/[?&]a=\d+/);
  await page.getByRole('heading', { name: '2 compared with 3 (draft)' }).waitFor();
  await page.getByRole('button', { name: 'Next change' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await page.locator('[data-here]').count()).toBe(1);
  const restore = page.getByRole('button', { name: /Restore this block from 2/ });
  await restore.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Restored: it is a new draft.').waitFor();
  await page.getByRole('heading', { name: '3 compared with 4 (draft)' }).waitFor();
  await page.context().close();
}, 60_000);

test('without scripts a button compares', async () => {
  const page = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  await page.goto(`${site.origin}/admin/pages/${about}/history`);
  await page.getByRole('radio', { name: 'Compare from revision 2' }).check();
  await page.getByRole('button', { name: 'Compare A with B' }).click();
  await page.getByRole('heading', { name: /^2 compared with/ }).waitFor();
  await page.context().close();
});
