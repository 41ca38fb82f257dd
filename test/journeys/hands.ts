import type { Locator, Page } from 'playwright-core';

/** How somebody works: with a mouse, or with nothing but a keyboard. The journeys are the same. */
export interface Hands {
  readonly page: Page;
  /** Press a button, follow a link, tick a box. */
  press(target: Locator): Promise<void>;
  /** Put the caret there; what was in it is selected. */
  enter(target: Locator): Promise<void>;
  type(text: string): Promise<void>;
}

export function mouse(page: Page): Hands {
  return {
    page,
    press: (target) => target.click(),
    async enter(target) {
      await target.click();
      await page.keyboard.press('Control+A');
    },
    type: (text) => page.keyboard.type(text),
  };
}

/** Tab goes everywhere, arrows within a set of choices; nothing is ever clicked. */
export function keyboard(page: Page): Hands {
  return {
    page,
    async press(target) {
      await tabTo(page, target);
      const isRadio = await target.evaluate((element) => element instanceof HTMLInputElement && element.type === 'radio');
      const isBox = await target.evaluate((element) => element instanceof HTMLInputElement && element.type === 'checkbox');
      if (isRadio) return void await chooseRadio(page, target);
      if (await target.evaluate((element) => element.role === 'tab')) return void await chooseTab(page, target);
      await page.keyboard.press(isBox ? 'Space' : 'Enter');
    },
    async enter(target) {
      await tabTo(page, target);
      await page.keyboard.press('Control+A');
    },
    type: (text) => page.keyboard.type(text),
  };
}

const MOST = 400;

/** @throws Error when no number of tabs leads there */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(await isBehind(target) ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`The keyboard does not reach ${target.toString()}`);
}

/** Nobody goes around the whole page for a button that was just passed. */
async function isBehind(target: Locator): Promise<boolean> {
  return target.evaluate((element) => document.activeElement !== null && document.activeElement !== document.body
    && (element.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
}

/** Of a group of radio buttons, or of tabs, the tab key reaches one; the arrows choose among them. */
async function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const focused = document.activeElement;
    const sameGroup = element instanceof HTMLInputElement && focused instanceof HTMLInputElement
      && element.type === 'radio' && focused.type === 'radio' && element.name === focused.name && element.form === focused.form;
    // a cell of a table hands the focus on to the text in it
    const sameTabs = element.role === 'tab' && focused?.role === 'tab' && element.parentElement === focused.parentElement;
    return element.contains(focused) || sameGroup || sameTabs;
  });
}

async function chooseTab(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 10 && !(await target.evaluate((element) => element === document.activeElement)); pressed += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
}

async function chooseRadio(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 50 && !(await target.isChecked()); pressed += 1) await page.keyboard.press('ArrowDown');
  if (!(await target.isChecked())) await page.keyboard.press('Space');
}
