import request from 'supertest';
import type { BrowserContext, Page } from 'playwright-core';
import { ensureDemoPeople } from '../../src/accounts/demo-people';
import { publishDue } from '../../src/cms/workflow/publish-due';
import { launchBrowser } from '../support/browser';
import { openSeededSite, type TestSite } from '../support/site';
import type { Hands } from './hands';
import { addImage, addTable, addText, kept } from './writing';

/** The way of one post from its first word to the trash and back, in a real browser. */
const PASSWORD = 'correct-horse-battery';
const clock = { ahead: 0 };
let site: TestSite;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

export async function openJourney(): Promise<void> {
  site = await openSeededSite({ now: () => new Date(Date.now() + clock.ahead) });
  await ensureDemoPeople({ db: site.deps.db, now: site.deps.now }, PASSWORD);
  browser = await launchBrowser();
}

export async function closeJourney(): Promise<void> {
  await browser?.close();
  await site?.close();
}

/** What the browser complains of on the way: nothing, if all is well. */
export async function goThroughLifeOfPost(handsOf: (page: Page) => Hands, slug: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const problems = complaintsIn(context);
  const page = await context.newPage();
  const hands = handsOf(page);
  await signIn(page);

  await write(hands, slug);
  await lookAtPhoneWidth(hands);
  await share(hands);
  await schedule(hands, slug);
  await rename(hands, slug);
  await compareAndRestore(hands);
  await throwAwayAndBringBack(hands, slug);
  await context.close();
  return problems;
}

function complaintsIn(context: BrowserContext): string[] {
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) problems.push(message.text());
  });
  return problems;
}

async function signIn(page: Page): Promise<void> {
  await site.deps.db('rateLimits').del();
  await page.goto(`${site.origin}/sign-in?next=/admin/pages`);
  await page.getByLabel('E-mail address').fill('publisher@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/pages');
}

/** Title, text with a reference to an RFC, a table, a picture. */
async function write(hands: Hands, slug: string): Promise<void> {
  const { page } = hands;
  await hands.press(page.locator('tr', { hasText: '/blog/' }).getByRole('link', { name: /below/ }));
  await hands.press(page.getByRole('link', { name: 'Add page below' }));
  await hands.enter(page.getByRole('textbox', { name: 'Title', exact: true }));
  await hands.type(slug.replaceAll('-', ' '));
  await kept(page);
  await hands.enter(page.getByLabel('Introduction'));
  await hands.type('How a post comes to be.');

  await addText(hands);
  await addTable(hands);
  await addImage(hands);
  await kept(page);
  await hands.press(page.getByRole('button', { name: 'Save revision' }));
  await page.waitForURL('**/edit?done=saved**');
}

async function lookAtPhoneWidth(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press(page.getByRole('radio', { name: 'Phone' }));
  const frame = page.frameLocator('iframe.preview-frame:not(.preview-frame--coming)');
  await frame.getByText('read twice.').waitFor();
  await frame.getByText('Two steps').waitFor();
  await frame.locator('a[href="/rfc/9110/"]').first().waitFor();
  expect(await frame.locator('body').evaluate(() => innerWidth)).toBeLessThanOrEqual(400);
}

/** The link, opened by somebody without an account. */
async function share(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press(page.getByRole('link', { name: 'Share' }));
  await hands.press(page.getByRole('button', { name: 'Make a link' }));
  const link = await page.getByLabel('The link, shown only now').inputValue();
  const reader = await browser.newContext();
  const shared = await reader.newPage();
  expect((await shared.goto(site.origin + new URL(link).pathname))?.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': expect.stringContaining('noindex') });
  await shared.getByText('read twice.').waitFor();
  await reader.close();
  await page.keyboard.press('Escape');
}

async function schedule(hands: Hands, slug: string): Promise<void> {
  const { page } = hands;
  await hands.press(page.getByRole('button', { name: 'Publish…' }));
  await hands.press(page.getByRole('radio', { name: 'At a time' }));
  const due = new Date(site.deps.now().getTime() + 3_600_000).toISOString();
  await page.getByLabel('Date', { exact: true }).fill(due.slice(0, 10));
  await page.getByLabel('Time', { exact: true }).fill(due.slice(11, 16));
  await hands.press(page.getByRole('button', { name: /^Schedule for/ }));
  await page.getByText(/goes live|scheduled/i).first().waitFor();
  expect((await request(site.server).get(`/blog/${slug}/`)).status).toBe(404);
  clock.ahead += 3_600_000;
  expect((await publishDue(site.deps)).published).toHaveLength(1);
  expect((await request(site.server).get(`/blog/${slug}/`)).status).toBe(200);
}

async function rename(hands: Hands, slug: string): Promise<void> {
  const { page } = hands;
  await page.reload();
  await hands.press(page.getByRole('tab', { name: 'Promote' }));
  await hands.enter(page.getByLabel('Slug'));
  await hands.type(`${slug}-renamed`);
  await hands.press(page.getByRole('button', { name: 'Publish…' }));
  await hands.press(page.getByRole('button', { name: 'Publish now' }));
  await page.waitForURL('**done=published**');
  const old = await request(site.server).get(`/blog/${slug}/`);
  expect([old.status, old.headers.location]).toEqual([301, `/blog/${slug}-renamed/`]);
}

/** What the rename changed is seen word by word; the first revision's text comes back as a new revision. */
async function compareAndRestore(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press(page.getByRole('tab', { name: 'Content' }));
  await hands.enter(page.getByLabel('Introduction'));
  await hands.type('How a post really comes to be.');
  await kept(page);
  await hands.press(page.getByRole('button', { name: 'Save revision' }));
  await page.waitForURL('**done=saved**');
  await hands.press(page.getByRole('link', { name: 'History' }));
  await page.locator('.compare ins', { hasText: 'really' }).waitFor();
  await hands.press(page.getByRole('button', { name: /^Restore this field.*Introduction/ }));
  await page.waitForURL('**done=**');
  await hands.press(page.getByRole('link', { name: 'Back to editing' }));
  expect(await page.getByLabel('Introduction').inputValue()).toBe('How a post comes to be.');
}

/** The whole section, with everything below it. */
async function throwAwayAndBringBack(hands: Hands, slug: string): Promise<void> {
  const { page } = hands;
  const statusOf = async (url: string): Promise<number> => (await request(site.server).get(url)).status;
  await page.goto(`${site.origin}/admin/pages`);
  const row = page.locator('tr', { hasText: '/blog/' });
  await hands.press(row.getByRole('checkbox'));
  await hands.press(page.getByRole('button', { name: /^Trash 1 page/ }));
  await hands.enter(page.getByLabel('Reason'));
  await hands.type('A rehearsal.');
  await hands.press(page.getByRole('button', { name: /^Trash/ }));
  await page.getByText(/1 (?:page )?(?:is )?(?:done|in the trash|trashed)/i).first().waitFor();
  expect([await statusOf('/blog/'), await statusOf(`/blog/${slug}-renamed/`)]).toEqual([410, 410]);
  await hands.press(page.getByRole('link', { name: 'Trash', exact: true }).first());
  await hands.press(page.getByRole('button', { name: /^Restore/ }).first());
  await page.waitForURL('**done=**');
  expect([await statusOf('/blog/'), await statusOf(`/blog/${slug}-renamed/`), await statusOf(`/blog/${slug}/`)]).toEqual([200, 200, 301]);
}
