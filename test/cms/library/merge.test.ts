import { docx } from '../../support/documents';
import { addPerson, historyOf, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { tokenIn } from '../../accounts/accounts-app';
import { sendFiles } from '../documents/upload';
import { noise } from '../images/hostile-files';

/** Two people with the pane of one file, on forms as the browser sends them without scripts: every field, and what it was. */
let site: PeopleSite;
let admin: Agent;
let other: Agent;
beforeAll(async () => {
  site = await openPeopleSite();
  await addPerson(site, 'ilse@example.org', 'publishers');
  [admin, other] = [await signedIn(site, 'admin@example.org'), await signedIn(site, 'ilse@example.org')];
});
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

type Form = Record<string, string>;

const unescaped = (text: string): string => text.replace(/&#34;|&quot;/g, '"').replace(/&#39;/g, '\'').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** The fields of the pane as they stand in the page: what it sends along, each beginning as it was. */
function formOf(text: string): Form {
  const form = /<form class="pane-form"[^]*?<\/form>/.exec(text)![0];
  const hidden = [...form.matchAll(/<input type="hidden" name="(version|was\.\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)] as const);
  const typed = hidden.filter(([name]) => name !== 'version' && name !== 'was.altDecision').map(([name, value]) => [name.replace('was.', ''), value] as const);
  return Object.fromEntries([...hidden, ...typed]);
}

const shown = async (agent: Agent, url: string): Promise<Form> => formOf((await agent.get(url)).text);
const save = (agent: Agent, url: string, form: Form) => send(agent, 'PATCH', url, form);
const nowIn = (text: string): string[] => [...text.matchAll(/id="\w+-(\w+)-now"/g)].map(([, name]) => name!);

async function upload(many: 'images' | 'documents', content: Buffer): Promise<string> {
  const { body } = await sendFiles(admin, `/admin/${many}`, [{ name: many === 'images' ? 'file.png' : 'file.docx', content }]);
  return `/admin/${many}/${(body as Record<string, { id: number }[]>)[many]![0]!.id}`;
}
const rowOf = (url: string) => site.deps.db(url.split('/')[2]!).where({ id: Number(url.split('/')[3]) }).first();

let image: string;
beforeEach(async () => { image = await upload('images', await noise().png().toBuffer()); });

test('two people who change different fields of an image both are kept, and the second is told in words', async () => {
  const [mine, theirs] = [await shown(admin, image), await shown(other, image)];
  await save(other, image, { ...theirs, credit: 'Ilse', tags: 'sea, harbour', focalX: '20' });
  const { status, text } = await save(admin, image, { ...mine, title: 'Harbour', altDecision: 'decorative' });
  expect([status, text]).toEqual([200, expect.stringContaining('Saved. Name of ilse@example.org changed the tags, the credit and the focal point meanwhile; both are kept.')]);
  expect(await rowOf(image)).toMatchObject({ title: 'Harbour', altDecision: 'decorative', credit: 'Ilse', tags: ['sea', 'harbour'], focalX: 0.2, version: 3 });
  expect((await historyOf(site, 'image.changed')).at(-1)!.detail).toMatchObject({ fields: ['title', 'altDecision'] });
  expect(formOf(text)).toMatchObject({ version: '3', credit: 'Ilse', 'was.credit': 'Ilse', 'was.title': 'Harbour' });
});

test('of what both changed only that is marked, with what is there now, who and when; saving again puts the typed there', async () => {
  const [mine, theirs] = [await shown(admin, image), await shown(other, image)];
  await save(other, image, { ...theirs, title: 'By Ilse', credit: 'Ilse', focalX: '20' });
  const refused = await save(admin, image, { ...mine, title: 'By me', licence: 'CC0 1.0', focalY: '70' });
  expect([refused.status, nowIn(refused.text)]).toEqual([409, expect.arrayContaining(['title', 'focalX', 'focalY'])]);
  expect(nowIn(refused.text)).toHaveLength(3);
  expect(refused.text).toContain('Somebody else has changed the title and the focal point meanwhile, too.');
  expect(refused.text).toMatch(/Name of ilse@example.org changed this image today \d\d:\d\d/);
  expect(refused.text).toMatch(/name="credit" value="Ilse"/);
  expect(refused.text).toMatch(/name="title" value="By me"/);
  expect(await rowOf(image)).toMatchObject({ title: 'By Ilse', licence: null, version: 2 });

  const again = { ...formOf(refused.text), title: 'By me', licence: 'CC0 1.0', focalX: '50', focalY: '70' };
  expect((await save(admin, image, again)).status).toBe(303);
  expect(await rowOf(image)).toMatchObject({ title: 'By me', licence: 'CC0 1.0', credit: 'Ilse', focalX: 0.5, focalY: 0.7 });
});

test('alt text and the decision about it are one answer', async () => {
  const [mine, theirs] = [await shown(admin, image), await shown(other, image)];
  await save(other, image, { ...theirs, altDecision: 'decorative' });
  const refused = await save(admin, image, { ...mine, altDecision: 'described', alt: 'A harbour' });
  expect([refused.status, nowIn(refused.text).sort()]).toEqual([409, ['alt', 'altDecision']]);
});

test('a mistake does not make an old form a new one: what somebody else changed meanwhile stays', async () => {
  const [mine, theirs] = [await shown(admin, image), await shown(other, image)];
  await save(other, image, { ...theirs, credit: 'Ilse' });
  const wrong = await save(admin, image, { ...mine, title: '', licence: 'CC0 1.0' });
  expect([wrong.status, formOf(wrong.text)]).toEqual([422, expect.objectContaining({ version: '1', 'was.credit': '' })]);
  await save(admin, image, { ...formOf(wrong.text), title: 'Mended', licence: 'CC0 1.0' });
  expect(await rowOf(image)).toMatchObject({ title: 'Mended', licence: 'CC0 1.0', credit: 'Ilse' });
});

test('the same form twice is saved once, and a request that does not say what the fields were is refused as a whole', async () => {
  const mine = await shown(admin, image);
  for (const status of [303, 303]) expect((await save(admin, image, { ...mine, title: 'Twice' })).status).toBe(status);
  expect((await rowOf(image)).version).toBe(2);
  const bare = await save(admin, image, { version: '1', credit: 'Me' });
  expect([bare.status, bare.text]).toEqual([409, expect.stringContaining('Somebody else has changed this image meanwhile.')]);
  expect((await save(admin, image, { version: '2', 'was.owner': '1' })).status).toBe(400);
});

test('a document is merged the same way, of many who save at once nobody loses a field, and scripts are told', async () => {
  const url = await upload('documents', docx(['Minutes']));
  const forms = [{ title: 'Minutes' }, { description: 'Two\r\nlines' }, { tags: 'board' }];
  const mine = await shown(admin, url);
  const statuses = (await Promise.all(forms.map((typed, index) => save(index === 1 ? other : admin, url, { ...mine, ...typed })))).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 200, 303]);
  expect(await rowOf(url)).toMatchObject({ title: 'Minutes', description: 'Two\nlines', tags: ['board'], version: 4 });

  const body = { ...mine, _csrf: tokenIn((await other.get('/admin/profile')).text), _method: 'PATCH' };
  const told = await other.post(url).set('Sec-Fetch-Site', 'same-origin').accept('json').type('form').send(body);
  expect([told.status, told.body]).toEqual([200, { document: expect.objectContaining({ version: 4, note: expect.stringMatching(/^(You yourself|Name of admin@example.org) changed the title, the tags and the description meanwhile\. There was nothing else to save\.$/) as string }) as unknown }]);
  expect((await historyOf(site, 'document.changed'))).toHaveLength(3);
});

test('restored with what was typed, or neither: what is refused leaves the file in the trash', async () => {
  const form = await shown(admin, image);
  await send(other, 'POST', `${image}/trash`, { version: '1' });
  const typed = { ...form, version: '2', restore: '1', credit: 'Mine' };
  expect((await save(admin, image, { ...typed, altDecision: 'described', alt: '' })).status).toBe(422);
  expect(await rowOf(image)).toMatchObject({ version: 2, trashedAt: expect.any(Date), credit: null });
  expect((await save(admin, image, typed)).status).toBe(303);
  expect(await rowOf(image)).toMatchObject({ version: 4, trashedAt: null, credit: 'Mine' });
});
