import { presetGroups } from '../../../src/accounts/preset-groups';
import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { addPerson } from '../../accounts/people-site';
import { axeFindings } from '../../support/axe';
import { eventually } from '../../support/eventually';
import { addPage } from '../../support/site';
import { signInAs } from '../../support/staff-browser';
import { addWritten, p, paragraph, storedIn, textBlock } from '../rich-text-editor/written-page';
import { bring, png } from './brought-files';
import { openLibraryWriter } from './library-writer';

const writer = openLibraryWriter();
const { write, contentOf, text, complaints } = writer;
let { site, browser, page } = writer;
beforeAll(() => { ({ site, browser, page } = writer); });

const imageBlock = (id: string, image: unknown = null) => ({ id, type: 'image', value: { image, caption: null, credit: null } });
const undecided = (ref: string) => ({ type: 'image', attrs: { ref, alt: null, decorative: false, caption: null } });
const NEW = { type: 'image', attrs: { ref: expect.stringMatching(/^image:\d+$/) as unknown, alt: null, decorative: false, caption: null } };
const library = () => site.deps.db('images');
const arrived = (count: number) => page.waitForFunction((wanted) => document.querySelectorAll('.rt-image img').length === wanted && document.querySelector('.incoming') === null, count);

test('pictures dropped on a text are uploaded and stand there in their order, each with its question; Undo takes each back', async () => {
  await write(textBlock('a', paragraph('Before.', 'After.')));
  const slow = await png('#123456', 1_600);
  await bring(page, 'drop', '.rt p:first-child', [{ name: 'first_one.png', base64: slow }, { name: 'second.png', base64: await png('#654321') }]);
  await page.getByRole('group', { name: 'Upload of first_one.png' }).waitFor();
  await arrived(2);
  expect(await contentOf()).toEqual([p('Before.'), NEW, NEW, p('After.')]);
  expect(await page.locator('.rt-image__head .soft').allInnerTexts()).toEqual(['First one', 'Second']);
  expect(await page.locator('.rt-image .needed:visible').count()).toBe(2);
  await text().focus();
  await page.keyboard.press('Control+z');
  expect(await contentOf()).toEqual([p('Before.'), NEW, p('After.')]);
  await page.keyboard.press('Control+z');
  expect(await contentOf()).toEqual([p('Before.'), p('After.')]);
});

test('a picture alone is pasted as one; beside a text, as Word sends it, the text is what is meant', async () => {
  await write(textBlock('a', paragraph('Before.')));
  await text().focus();
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(50);
  const before = (await library().count('* as n').first<{ n: string }>()).n;
  await bring(page, 'paste', '.rt', [{ name: 'image.png', base64: await png('#0a0a0a') }], 'From Word');
  await page.getByText('From Word').waitFor();
  expect((await library().count('* as n').first<{ n: string }>()).n).toBe(before);
  await bring(page, 'paste', '.rt', [{ name: 'image.png', base64: await png('#0a0a0a') }]);
  await arrived(1);
  expect(JSON.stringify(await contentOf())).toMatch(/From Word.*"type":"image"/);
});

test('what is refused is said in its place, and the text stays to the letter as it was', async () => {
  await write(textBlock('a', paragraph('Before.')));
  const before = await storedIn(page);
  await bring(page, 'drop', '.rt p', [{ name: 'page.png', base64: Buffer.from('<!doctype html><script>1</script>').toString('base64') }]);
  const line = page.locator('.rt .incoming--refused');
  await line.waitFor();
  expect((await line.locator('.incoming__says').innerText()).length).toBeGreaterThan(10);
  expect(await axeFindings(page, { within: '#page-form' })).toEqual([]);
  await line.getByRole('button', { name: 'Dismiss' }).click();
  await line.waitFor({ state: 'detached' });
  expect(await storedIn(page)).toEqual(before);
  complaints.length = 0; // the browser notes the status 422
});

test('the chooser uploads a picture and chooses it at once; the others of several files become blocks of their own', async () => {
  await write(textBlock('t'), imageBlock('a'));
  await page.getByRole('button', { name: 'Choose an image' }).click();
  await page.locator('.image-grid__one').first().waitFor();
  await page.locator('.image-chooser input[type="file"]').setInputFiles([
    { name: 'city-map.png', mimeType: 'image/png', buffer: Buffer.from(await png('#00ff00'), 'base64') },
    { name: 'city-hall.png', mimeType: 'image/png', buffer: Buffer.from(await png('#00ee00'), 'base64') },
  ]);
  await page.waitForFunction(() => document.querySelectorAll('.image-shown img').length === 2);
  expect(await page.locator('[data-type="image"] .image-field__head .soft').allInnerTexts()).toEqual(['City map', 'City hall']);
  expect(await page.locator('.image-chooser').count()).toBe(0);
  expect(await page.locator('[data-field="image"] .needed:visible').count()).toBeGreaterThanOrEqual(2);
});

test('the newest pictures come first, more on asking, and what the library says is offered as an answer of this place', async () => {
  const rows = await library().whereNull('trashedAt').orderBy('id', 'desc').select<{ id: number; title: string }[]>('id', 'title');
  const [newest, second, third] = rows as [typeof rows[0] & object, typeof rows[0] & object, typeof rows[0] & object];
  await library().where({ id: newest.id }).update({ alt: 'A hall with a clock', altDecision: 'described' });
  await library().where({ id: second.id }).update({ altDecision: 'decorative' });
  await library().where({ id: third.id }).update({ altDecision: 'each-time' });
  await write(textBlock('t', paragraph('Text')));
  const choose = async (index: number): Promise<void> => {
    await text().focus();
    await page.keyboard.press('Control+End');
    await page.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Image…' }).click();
    await page.locator('.image-grid__one').nth(19).waitFor();
    await page.locator('.image-grid__one').nth(index).click();
  };
  await text().focus();
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Image…' }).click();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.locator('.image-grid__one').nth(20).waitFor();
  expect((await page.locator('.image-grid__one span').allInnerTexts()).slice(0, 25)).toEqual(rows.slice(0, 25).map(({ title }) => title));
  await page.keyboard.press('Escape');

  await choose(0);
  expect(await page.evaluate(() => document.activeElement?.closest('.rt-image') !== null)).toBe(true);
  await choose(1);
  await choose(2);
  const answers = async () => (await contentOf() as { attrs?: Record<string, unknown> }[]).flatMap(({ attrs }) => (attrs ? [[attrs['ref'], attrs['alt'], attrs['decorative']]] : []));
  expect(new Set(await answers())).toEqual(new Set([[`image:${newest.id}`, 'A hall with a clock', false], [`image:${second.id}`, null, true], [`image:${third.id}`, null, false]]));
  expect(await page.getByText('From the library.').filter({ visible: true }).count()).toBe(2);
  const described = page.locator('.rt-image', { hasText: newest.title }).first();
  await described.getByLabel('Description of the image').fill('The hall of our meeting');
  expect(await described.getByText('From the library.').isVisible()).toBe(false);
  await described.getByRole('button', { name: /Use the library’s description/ }).click();
  expect(await described.getByLabel('Description of the image').inputValue()).toBe('A hall with a clock');
  expect((await library().where({ id: newest.id }).first<{ alt: string }>()).alt).toBe('A hall with a clock');
});

test('a picture of a private collection shows as a picture too, to those who may see it', async () => {
  const { id } = (await library().orderBy('id').first<{ id: number } | undefined>('id'))!;
  const draft = await addPage(site, { path: '/board', published: false });
  const [collection] = await site.deps.db('collections').insert({ name: 'Board', pageId: draft, createdAt: site.deps.now() }).returning<{ id: number }[]>('id');
  await library().where({ id }).update({ collectionId: collection!.id });
  await write(textBlock('t', { type: 'doc', content: [undecided(`image:${id}`)] }));
  expect(await page.locator('.rt-image img').evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0))).toBe(true);
  await library().where({ id }).update({ collectionId: null });
});

test('what readers who cannot see it get stands in the preview at once', async () => {
  const { id } = (await library().orderBy('id').first<{ id: number }>());
  await write(textBlock('t', { type: 'doc', content: [undecided(`image:${id}`)] }));
  expect(await page.locator('.rt-image img').getAttribute('src')).toContain(`/media/${id}/`);
  const alts = async () => (await Promise.all(page.frames().slice(1).map((frame) => frame.locator('main img').evaluateAll((images) => images.map((image) => image.getAttribute('alt')))))).flat();
  await page.locator('.rt-image').getByRole('radio', { name: /A description/ }).check();
  await page.getByLabel('Description of the image').fill('A lighthouse');
  await eventually(async () => { expect(await alts()).toEqual(['A lighthouse']); });
  await page.locator('.rt-image').getByRole('radio', { name: /decoration/ }).check();
  await eventually(async () => { expect(await alts()).toEqual(['']); });
});

test('a document that is new is uploaded where the link is made, and the link leads to it', async () => {
  await write(textBlock('t', paragraph('Agenda')));
  await text().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+k');
  await page.getByLabel('Document to upload').setInputFiles({ name: 'agenda_draft.txt', mimeType: 'text/plain', buffer: Buffer.from('One: welcome.\n') });
  await page.locator('.rt a').waitFor();
  expect(await contentOf()).toEqual([p({ type: 'text', marks: [{ type: 'link', attrs: { ref: expect.stringMatching(/^document:\d+$/) as unknown } }], text: 'Agenda' })]);
});

test('publishing is refused while pictures are undecided, in texts, blocks and shared links, and each link leads to the very picture', async () => {
  const [one, two, three] = (await library().where({ altDecision: null }).orWhere({ altDecision: 'each-time' }).orderBy('id', 'desc').limit(3).pluck('id') as number[]).map((id) => `image:${id}`);
  const value = (ref: string | undefined) => ({ ref: ref!, alt: null, decorative: false });
  const content = {
    introduction: 'What it is about.', inDepth: [], questions: [], relatedLinks: [], callToAction: null, signUp: null,
    keyInfo: [textBlock('t', { type: 'doc', content: [{ ...undecided(one!), attrs: { ...undecided(one!).attrs, decorative: true } }, p('Between'), undecided(two!)] }), imageBlock('i', value(three))],
  };
  const id = await addPage(site, { path: '/undecided', content, common: { socialImage: value(one) }, published: false });
  const dialog = `${site.origin}/admin/pages/${id}/publication/new`;
  const follow = async (index: number): Promise<string> => {
    await page.goto(dialog);
    await page.getByRole('link', { name: 'See it in the text' }).nth(index).click();
    await page.getByRole('tab', { name: 'Content' }).waitFor();
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    return page.evaluate(() => document.activeElement?.closest('.rt-image, [data-field="image"]')?.querySelector('img')?.getAttribute('src') ?? '');
  };
  await page.goto(dialog);
  expect(await page.getByText('has no alt decision').count()).toBe(3);
  expect(await follow(0)).toContain(`/media/${two!.slice(6)}/`);
  expect(await follow(1)).toContain(`/media/${three!.slice(6)}/`);
  expect(await follow(2)).toContain(`/media/${one!.slice(6)}/`);
  expect(await page.getByRole('tab', { name: 'Promote' }).getAttribute('aria-selected')).toBe('true');
});

test('who may not add to the library is offered nothing; a file dropped all the same is refused in words', async () => {
  const editors = presetGroups.find(({ key }) => key === 'editors')!;
  await insertGroupUnlessThere(site.deps.db, { ...editors, key: 'writers', name: 'Writers', grants: editors.grants.filter(({ scope }) => scope !== 'area:media') });
  await addPerson(site, 'text@example.org', 'writers');
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const other = await signInAs(site, context, 'text@example.org');
  await other.goto(await addWritten(site, 'no-uploads', [textBlock('a', paragraph('Before.')), imageBlock('b')]));
  await other.getByRole('button', { name: 'Choose an image' }).click();
  await other.locator('.image-grid__one').first().waitFor();
  expect(await other.locator('input[type="file"]').count()).toBe(0);
  await bring(other, 'drop', '.rt p', [{ name: 'a.png', base64: await png('#111111') }]);
  await other.locator('.rt .incoming--refused', { hasText: 'You may not add pictures to the library.' }).waitFor();
  await context.close();
});
