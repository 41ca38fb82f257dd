import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { pastedBlocks } from '../../../src/cms/finder/paste';
import { richTextToText } from '../../../src/cms/rich-text/to-text';
import { addPerson, openPeopleSite, send, signedIn, type PeopleSite } from '../../accounts/people-site';
import { addPage } from '../../support/site';

const inShort = (html: string): unknown[] => pastedBlocks(html, 'full').map((block) => {
  if (block.type === 'table') return { rows: block.rows.map((row) => row.map((cell) => richTextToText(cell))), head: block.headerRow, caption: block.caption };
  return block.type === 'paragraph' ? richTextToText(block.doc) : block.html;
});

test('text around a table stays in its order, the table becomes a table', () => {
  const table = '<table><caption>Fees</caption><thead><tr><th>Who</th><th>How much</th></tr></thead><tbody><tr><td>Students</td><td><b>150</b></td></tr><tr><td>All</td></tr></tbody></table>';
  expect(inShort(`<div><p>Before</p>${table}<p>After</p></div>`)).toEqual([
    'Before', { rows: [['Who', 'How much'], ['Students', '150'], ['All', '']], head: true, caption: 'Fees' }, 'After',
  ]);
});

test('what only HTML can say stays HTML, with its text for those who may not add HTML', () => {
  const merged = '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>';
  const list = '<dl><dt>RFC</dt><dd>Request for Comments</dd></dl>';
  expect(inShort(`<p>x</p>${list}${merged}`)).toEqual(['x', list, merged]);
  const [, html] = pastedBlocks(`<p>x</p>${list}`, 'full');
  expect(html?.type === 'raw-html' && richTextToText(html.doc)).toBe('RFC\nRequest for Comments');
});

test('videos and pictures from elsewhere become links, scripts and styles nothing', () => {
  expect(JSON.stringify(pastedBlocks('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe><script>alert(1)</script><style>p{}</style>', 'full')))
    .toContain('"ref":"https://www.youtube.com/watch?v=dQw4w9WgXcQ"');
  expect(inShort('<p>See <img src="https://example.org/a.png" alt="A map"> here</p>')).toEqual(['See A map here']);
  expect(inShort('<ul><li>One <iframe src="https://vimeo.com/76979871"></iframe></li></ul>')).toEqual(['One Video on Vimeo']);
  expect(inShort('<img src="data:image/png;base64,AAAA" alt="Dot"><script>alert(1)</script>')).toEqual(['Dot']);
});

test('a small place gets one text, whatever was pasted', () => {
  const blocks = pastedBlocks('<h2>Head</h2><table><tr><td>1</td><td>2</td></tr></table>', 'cell');
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toMatchObject({ type: 'paragraph' });
});

describe('POST /admin/paste', () => {
  let site: PeopleSite;
  beforeAll(async () => { site = await openPeopleSite(); }, 60_000);
  afterAll(() => site.close());

  test('links to pages of the site become references, what has no page keeps its address', async () => {
    const id = await addPage(site, { path: '/about', title: 'About' });
    const agent = await signedIn(site, 'admin@example.org');
    const host = site.deps.sites.default()!.baseUrl;
    const html = `<p><a href="/about/#x">a</a> <a href="${host}/about/">b</a> <a href="/nothing/">c</a> <a href="https://example.org/">d</a></p>`;
    const { body, status } = await send(agent, 'POST', '/admin/paste', { html, size: 'full' });
    expect(status).toBe(200);
    expect(JSON.stringify(body).match(/"ref":"[^"]+"/g)).toEqual([`"ref":"page:${id}#x"`, `"ref":"page:${id}"`, `"ref":"${host}/nothing/"`, '"ref":"https://example.org/"']);
  });

  test('a page that one may not see has no number, unless readers see it', async () => {
    const seen = await addPage(site, { path: '/seen', published: false });
    await addPage(site, { path: '/unseen', published: false });
    const open = await addPage(site, { path: '/open' });
    const grants = [{ verb: 'enter', scope: 'area:staff' }, { verb: 'view', scope: `page:${seen}` }];
    await insertGroupUnlessThere(site.deps.db, { key: 'some', name: 'Some', description: '', grants });
    await addPerson(site, 'writer@example.org', 'some');
    const agent = await signedIn(site, 'writer@example.org');
    const { body } = await send(agent, 'POST', '/admin/paste', { html: '<p><a href="/seen/">a</a> <a href="/unseen/">b</a> <a href="/open/">c</a></p>', size: 'full' });
    const host = site.deps.sites.default()!.baseUrl;
    expect(JSON.stringify(body).match(/"ref":"[^"]+"/g)).toEqual([`"ref":"page:${seen}"`, `"ref":"${host}/unseen/"`, `"ref":"page:${open}"`]);
  });

  test('half a megabyte is the most, and a hundred levels', async () => {
    const agent = await signedIn(site, 'admin@example.org');
    expect((await send(agent, 'POST', '/admin/paste', { html: `<p>${'a b '.repeat(124_000)}</p>` })).status).toBe(200);
    expect((await send(agent, 'POST', '/admin/paste', { html: `<p>${'<'.repeat(500_000)}</p>` })).status).toBe(413);
    expect((await send(agent, 'POST', '/admin/paste', { html: '<div>'.repeat(200) })).status).toBe(422);
    expect((await send(agent, 'POST', '/admin/paste', { html: 'x', size: 'huge' })).status).toBe(422);
  });
});
