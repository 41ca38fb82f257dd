import { docx } from '../../support/documents';
import { addPage } from '../../support/site';
import { tokenIn } from '../../accounts/accounts-app';
import { openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { sendFiles } from '../documents/upload';
import { noise } from '../images/hostile-files';

/** What is done to several files at once is the same for every kind. */
let site: PeopleSite;
let admin: Agent;
beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
});
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

let count = 0;

describe.each([
  ['images', 'An image', async () => ({ name: 'file.png', content: await noise().png().toBuffer() })],
  ['documents', 'A document', async () => ({ name: 'file.docx', content: docx([`Text ${count += 1}`]) })],
] as const)('%s', (many, some, make) => {
  async function upload(): Promise<number> {
    const { body } = await sendFiles(admin, `/admin/${many}`, [await make()]);
    return (body as Record<string, { id: number }[]>)[many]![0]!.id;
  }
  const rowOf = async (id: number) => site.deps.db(many).where({ id }).first();
  const bulk = (ids: readonly number[], fields: Record<string, string>) => send(admin, 'POST', `/admin/${many}/bulk`, { ids: ids.map(String), ...fields });

  test('with nothing selected, or typed, the list comes again with a note and all that was there', async () => {
    const id = await upload();
    const nothing = await bulk([], { do: 'trash', tag: 'a <tag>' });
    expect([nothing.status, nothing.text.includes('data-item'), nothing.text.includes('value="a &lt;tag&gt;"')]).toEqual([422, true, true]);
    expect(nothing.text).toMatch(new RegExp(`role="alert">.*<p>Select ${some.toLowerCase()} first.</p>`));
    const untyped = await bulk([id], { do: 'tag', tag: '' });
    expect(untyped.text).toMatch(new RegExp(`<p>Write a tag first.</p>[^]*value="${id}"[^>]* checked`));
    const refused = await admin.post(`/admin/${many}/bulk`).set('Sec-Fetch-Site', 'same-origin').set('X-CSRF-Token', tokenIn((await admin.get('/admin/profile')).text)).accept('json').type('form').send({ do: 'trash' });
    expect([refused.status, (refused.body as { detail: string }).detail]).toEqual([422, `Select ${some.toLowerCase()} first.`]);
  });

  test('without a tag nothing is tagged', async () => {
    const id = await upload();
    for (const tag of ['', ' , ']) expect((await bulk([id], { do: 'tag', tag })).status).toBe(422);
    expect((await bulk([id], { do: 'untag', tag: '' })).text).toContain('Write a tag first.');
    expect((await rowOf(id)).version).toBe(1);
  });

  test('a tag too many for one is refused in words, and the others have it', async () => {
    const [full, free] = [await upload(), await upload()];
    const tags = Array.from({ length: 30 }, (_, index) => `tag ${index}`);
    await site.deps.db(many).where({ id: full }).update({ tags });
    const report = await bulk([free, full], { do: 'tag', tag: 'more' });
    expect([report.status, report.text]).toEqual([200, expect.stringContaining(`${some} has at most 30 tags.`)]);
    expect(report.text).toContain(`1 of 2 ${many} have the tag`);
    expect([(await rowOf(full)).tags, (await rowOf(free)).tags]).toEqual([tags, ['more']]);
  });

  test('a collection that has just been deleted is none, also when it goes at the same moment', async () => {
    const id = await upload();
    const report = await bulk([id, 999_999], { do: 'collection', collection: '999' });
    expect([report.status, report.text]).toEqual([409, expect.stringContaining('There is no such collection.')]);

    const [{ id: collection }] = await site.deps.db('collections').insert({ name: `Going, of ${many}`, createdAt: new Date() }).returning('id') as [{ id: number }];
    const deleting = await site.deps.db.transaction();
    await deleting('collections').where({ id: collection }).del();
    const late = Promise.resolve(bulk([id], { do: 'collection', collection: String(collection) }));
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    await deleting.commit();
    expect((await late).text).toContain('There is no such collection.');
  });

  test('what is in the trash already is in the trash, and one single form of an older version is refused', async () => {
    const [free, used] = [await upload(), await upload()];
    const ref = `${many.slice(0, -1)}:${used}`;
    await addPage(site, { path: `/uses-${many}`, title: 'Uses one', content: { ...site.deps.registry.pageTypes.get('standard')!.example, relatedLinks: [{ ref, text: null }] } });
    await bulk([free], { do: 'trash' });
    const report = await bulk([free, used], { do: 'trash' });
    expect(report.text).toContain('1 of 2');
    expect(report.text).toContain('Cannot be trashed while it is used: “Uses one”.');
    expect((await rowOf(free)).version).toBe(2);
    for (const method of ['POST', 'DELETE'] as const) expect((await send(admin, method, `/admin/${many}/${free}/trash`, { version: '1' })).status).toBe(409);
    expect((await bulk([free], { do: 'restore' })).headers.location).toBe(`/admin/${many}?done=restored&n=1`);
    expect((await bulk([free], { do: 'restore' })).status).toBe(303);
    expect((await rowOf(free)).trashedAt).toBeNull();
  });
});
