import { HtmlValidate, type ConfigData } from 'html-validate/node';
import type { BrowserContext, Page } from 'playwright-core';
import { PASSWORD } from '../accounts/accounts-app';
import { axeFindings } from './axe';
import { HTML_RULES } from './html-rules';

/** Somebody who has just signed in, as a browser does it: the dashboard is open. */
export async function signInAs({ origin }: { origin: string }, context: BrowserContext, email = 'admin@example.org'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/admin');
  return page;
}

/** Names of the editing form are dotted, and items of a list share one: that is its encoding. */
export const FORM_RULES: ConfigData = { ...HTML_RULES, rules: { ...HTML_RULES.rules, 'valid-id': ['error', { relaxed: true }], 'form-dup-name': 'off' } };

/**
 * What is wrong with the page as it stands: accessibility, width, and on wide screens its markup, which is the same on small ones. The
 * preview in a frame is looked at as a page of its own.
 */
export async function complaintsOf(page: Page, width: number, rules: ConfigData = HTML_RULES): Promise<unknown[]> {
  const markup = width < 1_000 ? [] : (await new HtmlValidate(rules).validateString(await (await page.request.get(page.url())).text())).results;
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return [
    ...await axeFindings(page),
    ...markup.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => [ruleId, message, line])),
    ...(wide > width ? [`${wide} px wide`] : []),
  ];
}
