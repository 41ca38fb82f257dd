import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** What WCAG 2.2 AA asks; without tags axe's advice on good practice is looked at too. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] as const;

/**
 * What axe finds wrong with the page as it stands: each broken rule with the first elements that break it. The content of frames is
 * looked at as pages of their own.
 *
 * axe-core itself, not its package for Playwright: that one judges in a second, blank page, which takes four times as long.
 */
export async function axeFindings(page: Page, { within = 'html', tags }: { within?: string; tags?: readonly string[] } = {}): Promise<string[]> {
  const options: RunOptions = { iframes: false, resultTypes: ['violations'], ...(tags ? { runOnly: { type: 'tag', values: [...tags] } } : {}) };
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    ([selector, asked]) => (window as unknown as { axe: typeof axe }).axe.run(selector, asked),
    [within, options] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(' ')}`);
}
