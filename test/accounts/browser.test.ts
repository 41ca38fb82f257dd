import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { addPage } from '../support/site';
import { PASSWORD } from './accounts-app';
import { addPerson, linkIn, mailsTo, openPeopleSite, send, sendOpen, signedIn, type PeopleSite } from './people-site';
import { complaintsOf, signInAs } from '../support/staff-browser';

let site: PeopleSite;
let browser: Browser;
let open: Record<string, string>;
let staff: Record<string, string>;
beforeAll(async () => {
  site = await openPeopleSite();
  await addPage(site, { path: '/about', title: 'About' });
  const maren = await addPerson(site, 'maren@example.org', 'editors');
  const gone = await addPerson(site, 'gone@example.org', 'viewers');
  const admin = await signedIn(site, 'admin@example.org');
  await signedIn(site, 'admin@example.org'); // one more session to list
  await send(admin, 'DELETE', `/admin/users/${gone}/activation`);
  const invited = Number((await send(admin, 'POST', '/admin/users', { email: 'priya@example.org', name: 'Priya Raman' })).headers.location!.match(/\d+/)![0]);
  const group = (await send(admin, 'POST', '/admin/groups', { name: 'About', description: 'Keepers.', page: '/about/', pageVerbs: 'edit' })).headers.location!.split('?')[0]!;
  await sendOpen(site, '/sign-in/forgotten', { email: 'maren@example.org' });
  const [reset, invitation] = [linkIn((await mailsTo(site, 'maren@example.org')).at(-1)), linkIn((await mailsTo(site, 'priya@example.org')).at(-1))];
  open = { forgotten: '/sign-in/forgotten', sent: '/sign-in/forgotten?done=sent', reset, invitation, 'dead link': '/sign-in/reset/x', 'signed out': '/sign-in?done=signed-out' };
  staff = {
    dashboard: '/admin', profile: '/admin/profile?done=saved', people: '/admin/users', nobody: '/admin/users?q=xyz', invite: '/admin/users/new', person: `/admin/users/${maren}`,
    'somebody invited': `/admin/users/${invited}`, 'somebody deactivated': `/admin/users/${gone}`, permissions: `/admin/users/${maren}/permissions?page=/about/`,
    'no such page': `/admin/users/${gone}/permissions?page=/nowhere/`, groups: '/admin/groups', 'new group': '/admin/groups/new', group, administrators: '/admin/groups/1',
  };
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site.close();
});
beforeEach(() => site.deps.db('rateLimits').del());

test.each([['light', 1280], ['dark', 320]] as const)('every screen is well made in %s colours, %i px wide', async (colorScheme, width) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const stranger = await context.newPage();
  const found: Record<string, unknown[]> = {};
  for (const [name, url] of Object.entries(open)) {
    await stranger.goto(site.origin + url);
    found[name] = await complaintsOf(stranger, width);
  }
  const page = await signInAs(site, context);
  for (const [name, url] of Object.entries(staff)) {
    await page.goto(site.origin + url);
    for (const summary of await page.locator('main summary').all()) await summary.click();
    found[name] = await complaintsOf(page, width);
  }
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  await context.close();
}, 120_000);

/** Tab until the control with this name has the focus. */
async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(name)}`);
}

test('with the keyboard alone: invite somebody, give them a group, deactivate and activate them', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await signInAs(site, context);
  await tabTo(page, 'link', 'People');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  await tabTo(page, 'link', 'Invite somebody');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Invite somebody' }).waitFor();
  await tabTo(page, 'textbox', 'E-mail address');
  await page.keyboard.type('keys@example.org');
  await tabTo(page, 'textbox', 'Name');
  await page.keyboard.type('Key Board');
  await tabTo(page, 'checkbox', 'Viewers');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('The invitation is on its way.').waitFor();
  expect(await page.getByRole('checkbox', { name: 'Viewers' }).isChecked()).toBe(true);

  await page.goto(`${site.origin}${staff.person!}`);
  await page.getByRole('heading', { name: 'Name of maren@example.org' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // skip to content
  await page.keyboard.press('Tab');
  for (let step = 0; step < 30 && !(await page.evaluate(() => document.activeElement?.tagName === 'SUMMARY')); step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', /^Deactivate Name/);
  await page.keyboard.press('Enter');
  await page.getByText('The account is deactivated, and its sessions are ended.').waitFor();
  await tabTo(page, 'button', /^Activate Name/);
  await page.keyboard.press('Enter');
  await page.getByText('The account is active again.').waitFor();
  await context.close();
});

test('without scripts: change the profile, the password, and end the other sessions, without a complaint of the browser', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await signInAs(site, context, 'maren@example.org');
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(`${site.origin}/admin/profile`);
  await page.getByLabel('Name').fill('Maren Oduya');
  await page.getByLabel('Time zone').selectOption('Europe/Vienna');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your profile is saved.').waitFor();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill('seven quiet lighthouses');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('Your password is changed').waitFor();
  await signedIn(site, 'maren@example.org', 'seven quiet lighthouses');
  await page.reload();
  await page.getByRole('button', { name: 'End all other sessions' }).click();
  await page.getByText('All your other sessions are ended.').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
