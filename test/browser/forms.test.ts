import type { ConfigData } from 'html-validate';
import { HtmlValidate } from 'html-validate/node';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addForm, question, submissions, TYPES } from '../cms/forms/a-form';
import { axeFindings, WCAG } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { HTML_RULES } from '../support/html-rules';
import { openEmptySite, type TestSite } from '../support/site';

/** A form with every type of question, sent by a person: with and without scripts, with a mouse and without one. */
let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  site = await openEmptySite();
  browser = await launchBrowser();
  const questions = TYPES.map((type) => question(type, { required: type !== 'checkbox', help: `Help for ${type}.`, defaultValue: type === 'hidden' ? 'letter 7' : '' }));
  await addForm(site, { questions });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site.close();
});
beforeEach(() => site.deps.db('rateLimits').del());

async function withPage(options: Parameters<Browser['newContext']>[0], work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 422/.test(message.text())) errors.push(message.text()); });
  await page.goto(`${site.origin}/ask/`);
  await work(page, context);
  expect(errors).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('A single-line').fill('Mara Lindqvist');
  await page.getByLabel('A multi-line').fill('one\ntwo');
  await page.getByLabel('A email').fill('mara@example.org');
  await page.getByLabel('A number').fill('2.5');
  await page.getByLabel('A url').fill('https://example.org/');
  await page.getByRole('group', { name: 'A checkboxes' }).getByLabel('red').check();
  await page.getByLabel('A drop-down').selectOption('green');
  await page.getByLabel('A multiple-select').selectOption(['red', 'blue']);
  await page.getByRole('group', { name: 'A radio' }).getByLabel('blue').check();
  await page.getByLabel(/^A date \(/).fill('2026-11-22');
  await page.getByLabel('A date-time').fill('2026-11-22T17:30');
}

const summary = (page: Page) => page.locator('.form-summary');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '');

test('without scripts: sent too early it comes back with the summary in focus, its links lead to the controls, then it is sent', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.getByLabel('A single-line').fill('Mara Lindqvist');
    await page.getByRole('button', { name: 'Send' }).click();
    await summary(page).waitFor();
    expect(await summary(page).getByRole('link').count()).toBe(10);
    expect(await summary(page).evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await page.getByLabel('A single-line').inputValue()).toBe('Mara Lindqvist');

    for (const name of ['A email', 'A radio', 'A checkboxes', 'A multi-line']) {
      await summary(page).getByRole('link', { name, exact: true }).click();
      const id = new URL(page.url()).hash.slice(1);
      expect(await page.locator(`[id="${id}"]`).evaluate((element) => element.matches('input, textarea, select'))).toBe(true);
    }

    await fillIn(page);
    await page.waitForTimeout(2_000); // a person reads
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL('**/ask/thanks/');
    expect(await page.locator('h1').innerText()).toBe('Thank you');
  });
  const [row] = (await submissions(site)).slice(-1);
  expect((row!['answers'] as { answer: unknown }[]).map(({ answer }) => answer)).toEqual([
    'Mara Lindqvist', 'one\ntwo', 'mara@example.org', '2.5', 'https://example.org/', false, ['red'], 'green', ['red', 'blue'], 'blue', '2026-11-22', '2026-11-22T17:30', 'letter 7',
  ]);
});

test('the keyboard is enough, and never reaches the trap', async () => {
  await withPage({}, async (page) => {
    await page.getByLabel('A single-line').focus();
    const visited: string[] = [];
    for (let count = 0; count < 40 && visited.at(-1) !== 'Send'; count += 1) {
      await page.keyboard.press('Tab');
      visited.push(await page.evaluate(() => { const element = document.activeElement as HTMLInputElement; return element.name || element.textContent.trim(); }));
    }
    expect(visited).not.toContain('_website');
    expect([...new Set(visited)]).toEqual([...TYPES.filter((type) => type !== 'hidden' && type !== 'single-line'), 'Send']);
    await page.keyboard.press('Enter');
    await summary(page).waitFor();
    expect(await focused(page)).toBe('form-summary');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#question-single-line');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^(?:question-single-line|)$/);
    await page.keyboard.press('Tab');
  });
});

test('help and problems are told with their control', async () => {
  await withPage({}, async (page) => {
    await page.getByRole('button', { name: 'Send' }).click();
    await summary(page).waitFor();
    const described = await page.getByLabel('A email').evaluate((element) => (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent.trim()));
    expect(described).toEqual(['Help for email.', 'This cannot be empty.']);
  });
});

/** Tick boxes of one question share its name, as radio buttons do. */
const rules: ConfigData = { ...HTML_RULES, rules: { ...HTML_RULES.rules, 'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }] } };

const LOOKS = [['light', 1280], ['dark', 360]] as const;

test.each(LOOKS)('axe and the validator find nothing in the form, its errors and its thanks, and nothing scrolls sideways: %s at %i', async (colorScheme, width) => {
  await withPage({ colorScheme, viewport: { width, height: 900 } }, async (page) => {
    const look = async (name: string): Promise<void> => {
      expect([name, await axeFindings(page, { tags: [...WCAG, 'best-practice'] })]).toEqual([name, []]);
      await page.setViewportSize({ width: Math.min(width, 320), height: 900 });
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([name, 0]);
      await page.setViewportSize({ width, height: 900 });
    };
    await look('form');
    const sent = page.waitForResponse((response) => response.status() === 422);
    await page.getByRole('button', { name: 'Send' }).click();
    const { results } = await new HtmlValidate(rules).validateString(await (await sent).text(), 'errors');
    expect(results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`))).toEqual([]);
    await look('errors');
    await fillIn(page);
    await page.waitForTimeout(2_000);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL('**/ask/thanks/');
    await look('thanks');
  });
}, 60_000);
