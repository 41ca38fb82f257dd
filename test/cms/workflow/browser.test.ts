import type { Browser, Page } from 'playwright-core';
import { addPerson, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { launchBrowser } from '../../support/browser';
import { addPage, savePage } from '../../support/site';
import { complaintsOf, signInAs } from '../../support/staff-browser';

let site: PeopleSite;
let browser: Browser;
let pageId: number;
let pictured: number;
let screens: string[];
beforeAll(async () => {
  site = await openPeopleSite();
  await addPerson(site, 'publisher@example.org', 'publishers');
  const example = site.deps.registry.pageTypes.get('standard')!.example;
  pageId = await addPage(site, { path: '/subject', title: 'Subject' });
  await addPage(site, { path: '/subject/below' });
  pictured = await addPage(site, { path: '/pictured', published: false });
  await savePage(site, pictured, {
    slug: 'subject', title: ' ', content: { ...example, keyInfo: [{ id: 'pic1', type: 'image', value: { image: { ref: 'image:1', alt: null, decorative: false }, caption: null, credit: null } }] },
  });
  const { draftRevisionId } = await site.deps.db('pages').where('id', pageId).first<{ draftRevisionId: number }>('draftRevisionId');
  const plan = (state: string, problem: string | null, at: number) => ({
    pageId, revisionId: draftRevisionId, state, problem, timeZone: 'UTC', createdAt: site.clock.now, dueAt: new Date(site.clock.now.getTime() + at), finishedAt: state === 'pending' ? null : new Date(site.clock.now.getTime() - 1_000),
  });
  const other = await addPage(site, { path: '/other', published: false });
  const otherDraft = (await site.deps.db('pages').where('id', other).first<{ draftRevisionId: number }>('draftRevisionId')).draftRevisionId;
  await site.deps.db('scheduledPublications').insert([
    plan('done', null, -60_000), plan('pending', null, 86_400_000), { ...plan('failed', 'This page is locked: unlock it first.', -60_000), pageId: other, revisionId: otherDraft },
  ]);
  screens = [
    ...['publication/new', 'unpublication/new', 'move', 'copy', 'trash', 'settings', 'access'].map((name) => `/admin/pages/${pageId}/${name}`), `/admin/pages/${pictured}/publication/new`, '/admin/schedule',
  ];
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site.close();
});
beforeEach(() => site.deps.db('rateLimits').del());

test.each([['light', 1280], ['dark', 360]] as const)('every screen is well made in %s colours, %i px wide', async (colorScheme, width) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await signInAs(site, context, 'publisher@example.org');
  const found: Record<string, unknown[]> = {};
  for (const url of screens) {
    await page.goto(site.origin + url);
    if (url.endsWith('publication/new') && url.includes('/publication/')) await page.getByLabel('At a time').check();
    found[url] = await complaintsOf(page, width);
  }
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  await context.close();
}, 120_000);

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}

test('with the keyboard alone: a page is planned, and the button says for when', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  const page = await signInAs(site, context, 'publisher@example.org');
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(`${site.origin}/admin/pages/${pageId}/publication/new`);
  await tabTo(page, '[name="when"]:checked');
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('button', { name: 'Publish now' }).isVisible()).toBe(true);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '#when-date');
  await page.keyboard.type('12242027');
  await tabTo(page, '#when-time');
  await page.keyboard.type('0930AM');
  await tabTo(page, '#when-zone');
  expect(await page.getByRole('button', { name: /^Schedule/ }).textContent()).toContain('Schedule for Fri 24 Dec, 09:30');
  await page.getByText('Friday 24 December 2027, 09:30 UTC.').waitFor();
  await tabTo(page, '.publish-form [type="submit"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/edit?done=scheduled');
  const plan = await site.deps.db('scheduledPublications').where({ pageId, state: 'pending' }).first<{ dueAt: Date }>('dueAt');
  expect(plan.dueAt).toEqual(new Date('2027-12-24T09:30:00Z'));
  expect(errors).toEqual([]);
  await context.close();
});

test('without scripts: what is missing is said, nothing typed is lost, and Enter in the time does not publish now', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await signInAs(site, context, 'publisher@example.org');
  page.setDefaultTimeout(4_000);
  await page.goto(`${site.origin}/admin/pages/${pageId}/publication/new`);
  await page.getByLabel('At a time').check();
  await page.getByLabel('Date').fill('2027-03-14');
  await page.getByLabel('Time', { exact: true }).fill('00:00');
  await page.getByLabel('Time', { exact: true }).press('Enter');
  await page.waitForURL('**/edit?done=scheduled');
  expect(await site.deps.db('scheduledPublications').where({ pageId, state: 'pending' }).first('dueAt')).toEqual({ dueAt: new Date('2027-03-14T00:00:00Z') });

  await page.goto(`${site.origin}/admin/pages/${pictured}/publication/new`);
  expect(await page.getByText('Waits for 2 needed things').isVisible()).toBe(true);
  await page.getByLabel('Describe it').check();
  await page.getByLabel(/^Description of/).fill('Paths of a stream');
  await page.getByRole('button', { name: 'Publish now' }).click({ force: true });
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel(/^Description of/).inputValue()).toBe('Paths of a stream');
  await context.close();
});
