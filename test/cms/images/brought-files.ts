import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { tokenIn } from '../../accounts/accounts-app';
import { signedIn, type PeopleSite } from '../../accounts/people-site';

/** A picture that no other test has. */
export async function png(colour: string, width = 900): Promise<string> {
  return (await sharp({ create: { width, height: 600, channels: 3, background: colour } }).png().toBuffer()).toString('base64');
}

export interface Brought {
  readonly name: string;
  readonly base64: string;
  readonly type?: string;
}

/** As if somebody pasted or dropped them there. `text`: what the clipboard has besides. */
export async function bring(page: Page, how: 'paste' | 'drop', selector: string, files: readonly Brought[], text = ''): Promise<void> {
  await page.locator(selector).first().evaluate((place, given) => {
    const data = new DataTransfer();
    for (const { name, base64, type } of given.files) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type: type ?? 'image/png' }));
    if (given.text !== '') {
      data.setData('text/plain', given.text);
      data.setData('text/html', `<p>${given.text}</p>`);
    }
    const { right, bottom } = place.getBoundingClientRect();
    const at = { bubbles: true, cancelable: true, clientX: right - 20, clientY: bottom - 6 };
    if (given.how === 'paste') place.dispatchEvent(new ClipboardEvent('paste', { ...at, clipboardData: data }));
    else for (const name of ['dragenter', 'dragover', 'drop']) place.dispatchEvent(new DragEvent(name, { ...at, dataTransfer: data }));
  }, { how, files, text });
}

/** Pictures that an administrator has uploaded, at most twenty at once. */
export async function fillLibrary(site: PeopleSite, count: number): Promise<void> {
  const agent = await signedIn(site, 'admin@example.org');
  const token = tokenIn((await agent.get('/admin/profile')).text);
  for (let made = 0; made < count; made += 20) {
    const upload = agent.post('/admin/images').set('Sec-Fetch-Site', 'same-origin').set('Accept', 'application/json').set('X-CSRF-Token', token);
    for (let number = made; number < Math.min(count, made + 20); number += 1) {
      const bytes = await sharp({ create: { width: 40 + number, height: 30, channels: 3, background: '#336699' } }).png().toBuffer();
      void upload.attach('file', bytes, `picture-${number + 1}.png`);
    }
    await upload.expect(201);
  }
}
