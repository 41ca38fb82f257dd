import { browsedSite } from '../support/browsed-site';

const opened = browsedSite();

/** What a form of the page asks the other host for; that host is answered by us. */
async function asked(url: string, fill: (page: import('playwright-core').Page) => Promise<void>): Promise<URL> {
  const context = await opened.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let target: URL | undefined;
  await page.route((address) => address.origin !== opened.site.origin, async (route) => {
    target ??= new URL(route.request().url());
    await route.fulfill({ status: 200, contentType: 'text/html', body: '<title>elsewhere</title>' });
  });
  await page.goto(opened.site.origin + url);
  await fill(page);
  for (let waited = 0; target === undefined && waited < 5_000; waited += 50) await page.waitForTimeout(50);
  await context.close();
  return target!;
}

test('the mail archive is searched with its own parameter', async () => {
  const target = await asked('/', async (page) => {
    await page.locator('form[action^="https://mailarchive.ietf.org"] input[type=search], form[action^="https://mailarchive.ietf.org"] input[name=q]').first().fill('quic');
    await page.keyboard.press('Enter');
  });
  expect(target.href).toBe('https://mailarchive.ietf.org/arch/search/?q=quic');
});

test('the Datatracker is searched with exactly its four parameters', async () => {
  const target = await asked('/', async (page) => {
    await page.locator('form[action^="https://datatracker.ietf.org"] input[name=name]').fill('http');
    await page.keyboard.press('Enter');
  });
  expect(target.origin + target.pathname).toBe('https://datatracker.ietf.org/doc/search/');
  expect(Object.fromEntries(target.searchParams)).toEqual({ name: 'http', rfcs: 'on', activedrafts: 'on', by: 'group' });
});

test('a video is fetched only after somebody asked for it', async () => {
  const target = await asked('/about/introduction/', async (page) => {
    await page.waitForLoadState('networkidle');
    const button = page.locator('button[data-embed]').first();
    await button.click();
  });
  expect(target.hostname).toBe('www.youtube-nocookie.com');
});
