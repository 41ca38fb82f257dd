import type { Browser, Page, Request } from 'playwright-core';

export type Kind = 'document' | 'stylesheet' | 'script' | 'font' | 'image';

export interface Watched {
  readonly page: Page;
  /** Bytes of bodies as they came over the wire, by kind, up to now. */
  bytes(): Promise<Partial<Record<Kind, number>>>;
  /** What was fetched, in order. */
  addresses(): string[];
  /** Those of them that are renditions of pictures. */
  pictures(): string[];
  /** Pictures so far below the first view that no browser should have fetched them; Chromium begins up to 3,000 pixels ahead. */
  loadedTooEarly(): Promise<string[]>;
  /** Of the page since it began: how far things jumped (1: a whole screen). */
  shift(): Promise<number>;
  /** To the end, in steps that a reader's wheel takes, and until what came into view has loaded. */
  scrollToEnd(): Promise<void>;
  close(): Promise<void>;
}

/** A page opened in an empty browser of this width, with an eye on what it fetches and on what jumps. */
export async function openWatched(browser: Browser, url: string, width: number): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('request', (request) => { if (!request.url().startsWith('data:')) requests.push(request); });
  await page.addInitScript(() => {
    const seen = globalThis as { shifts?: number };
    seen.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shifts! += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  return {
    page,
    addresses: () => requests.map((request) => request.url()),
    pictures: () => requests.map((request) => request.url()).filter((address) => address.includes('/media/')),
    bytes: async () => sumByKind(requests),
    loadedTooEarly: () => page.evaluate(() => [...document.images]
      .filter((image) => image.getBoundingClientRect().top > innerHeight + 3_000 && image.complete).map((image) => image.currentSrc)),
    shift: () => page.evaluate(() => (globalThis as { shifts?: number }).shifts ?? Number.NaN),
    scrollToEnd: () => scrollToEnd(page),
    close: () => context.close(),
  };
}

async function sumByKind(requests: readonly Request[]): Promise<Partial<Record<Kind, number>>> {
  const sums: Partial<Record<Kind, number>> = {};
  for (const request of requests) {
    const kind = request.resourceType() as Kind;
    sums[kind] = (sums[kind] ?? 0) + (await request.sizes()).responseBodySize;
  }
  return sums;
}

async function scrollToEnd(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 300) {
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(40);
  }
  await page.waitForLoadState('networkidle');
}
