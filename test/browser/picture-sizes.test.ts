import type { Page } from 'playwright-core';
import { browsedSite } from '../support/browsed-site';
import { listPublicPages } from '../support/public-pages';

/**
 * `sizes` tell a browser how wide a picture will stand before it has read the style sheets. Too much wastes the reader's bytes, too little
 * is blurred. Logos are left out: how wide they stand follows from their height.
 */
const opened = browsedSite();

/** Every place that pictures have, on the shallowest page of each kind that shows any. */
async function pagesWithPictures(): Promise<string[]> {
  const { site } = opened;
  const chosen = new Map<string, string>();
  for (const { type, url } of await listPublicPages(site)) {
    if (chosen.has(type)) continue;
    const main = (await (await fetch(site.origin + url)).text()).split('<main')[1] ?? '';
    if (main.includes('<picture>')) chosen.set(type, url);
  }
  return [...chosen.values()];
}

interface Stands {
  where: string;
  /** What `sizes` says, in pixels. */
  promised: number;
  /** How wide it is drawn, with what a box cuts off at its sides. */
  drawn: number;
  /** Width of the file that the browser chose; NaN where none is wider: the original is small. */
  file: number;
}

function measure(): Stands[] {
  return [...document.querySelectorAll<HTMLImageElement>('picture img')].filter((image) => image.getBoundingClientRect().width > 0 && !image.currentSrc.includes('/logo-')).map((image) => {
    const probe = document.body.appendChild(document.createElement('img'));
    const said = image.sizes.split(', ').find((one) => !one.startsWith('(') || matchMedia(one.slice(0, one.lastIndexOf(')') + 1)).matches)!;
    probe.style.width = said.slice(said.lastIndexOf(')') + 1).trim();
    probe.style.maxWidth = 'none';
    const promised = probe.getBoundingClientRect().width;
    probe.remove();
    const { width, height } = image.getBoundingClientRect();
    const proportion = Number(image.getAttribute('width')) / Number(image.getAttribute('height'));
    const drawn = getComputedStyle(image).objectFit === 'cover' ? Math.max(width, height * proportion) : width;
    return { where: `${image.closest('[class]')?.className ?? ''} ${image.sizes}`, promised, drawn, file: Number(/-(\d+)\.\w+$/.exec(image.currentSrc)?.[1]) };
  });
}

/** Of any file only its name counts here, so none is made. */
async function withoutPictures(page: Page): Promise<void> {
  await page.route('**/media/**', (route) => route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"/>' }));
}

test.each([390, 820, 1440])('at %i pixels pictures stand as wide as their sizes say, and the file chosen fits', async (width) => {
  const page = await opened.browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await withoutPictures(page);
  const wrong: string[] = [];
  let seen = 0;
  for (const url of await pagesWithPictures()) {
    await page.goto(opened.site.origin + url);
    for (const { where, promised, drawn, file } of await page.evaluate(measure)) {
      seen += 1;
      const fits = Number.isNaN(file) || (file <= drawn * 1.6 && file >= drawn / 1.6);
      if (Math.abs(promised / drawn - 1) > 0.15 || !fits) wrong.push(`${url} ${where}: ${promised} promised, ${Math.round(drawn)} drawn, file ${file}`);
    }
  }
  expect(seen).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
  await page.close();
}, 120_000);
