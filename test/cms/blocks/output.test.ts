import { faqItems } from '../../../src/cms/blocks/faq';
import { standardBlocks } from '../../../src/cms/blocks/index';
import { videoOf } from '../../../src/cms/blocks/video';
import { blocks } from '../../../src/cms/fields/blocks';
import { countedIds, portable } from '../../../src/cms/portable';
import { testRenderer } from '../../support/content-renderer';

const stream = blocks({ label: 'Body', types: standardBlocks });
const load = (...list: { type: string; value: object }[]) => stream.fromPortable(list, portable(countedIds()));
const shown = (type: string, value: object, render = testRenderer()) => render.blocks(load({ type, value })).replace(/>\s+</g, '><').replace(/^<div class="block">|<\/div>$/g, '');

describe('table', () => {
  const rows = [['', 'Name'], ['1', '<a href="rfc:4711"></a> <b>x</b>'], ['2', '0']];
  const table = { caption: 'Names & <numbers>', headerRow: true, headerColumn: true, align: ['left', 'right'], rows };

  test('has caption, scopes, classes for alignment and a box that can be scrolled by keyboard', () => {
    expect(shown('table', table)).toBe(
      '<section class="scroll" tabindex="0" aria-label="Names &amp; &lt;numbers&gt;"><table><caption>Names &amp; &lt;numbers&gt;</caption>'
      + '<thead><tr><td></td><th scope="col" class="right">Name</th></tr></thead>'
      + '<tbody><tr><th scope="row">1</th><td class="right">RFC 4711 <strong>x</strong></td></tr><tr><th scope="row">2</th><td class="right">0</td></tr></tbody></table></section>',
    );
  });

  test('without headers has none', () => {
    const html = shown('table', { ...table, headerRow: false, headerColumn: false });
    expect(html).not.toMatch(/<th|<thead/);
    expect(html.match(/<tr>/g)).toHaveLength(3);
  });

  test('is a table in Markdown too', () => {
    const [block] = load({ type: 'table', value: { ...table, caption: null, rows: [['a|b', 'c'], ['<p>1</p><p>2</p>', 'd']] } });
    expect(standardBlocks.find(({ type }) => type === 'table')?.markdown(block?.value ?? {}, testRenderer())).toBe('| a\\|b | c |\n| --- | --- |\n| 1 2 | d |');
  });
});

test('typed table: numbers are grouped and at the right, texts that look like numbers are left alone, missing cells are empty', () => {
  const html = shown('typed-table', {
    caption: null, columns: [{ heading: 'Year', type: 'text' }, { heading: 'RFCs', type: 'number' }, { heading: 'Note', type: 'rich' }, { heading: 'Logo', type: 'image' }],
    rows: [['1969', 4076, '<em>a</em>', { image: 'image:9', alt: 'Net', decorative: false }], ['2025', 0]],
  });
  expect(html).toContain('<td>1969</td><td class="number">4,076</td><td><em>a</em></td><td><picture>');
  expect(html).toContain('<td>2025</td><td class="number">0</td><td></td><td></td></tr>');
});

test('note well: policies that are missing are named, the page is linked only when it is there', () => {
  const html = shown('note-well', {});
  expect(html).toContain('<div class="note well"><b>Note Well</b>');
  expect(html).toContain('>BCP 78</a>, BCP 79 and BCP 54.');
  expect(html).not.toContain('Read the Note Well');
  expect(html).not.toContain('bibliography');
});

test('embed: nothing from elsewhere is in the page before the click', () => {
  const html = shown('embed', { url: 'https://youtu.be/9nfaYAU92tY?t=5&x="><script>', title: 'A "talk"', description: null });
  expect(html).not.toMatch(/<iframe|<img|<script|src=/);
  expect(html).toContain('<a href="https://www.youtube.com/watch?v=9nfaYAU92tY">A &#34;talk&#34;</a>');
  expect(html).toMatch(/<button [^>]*data-embed="youtube:9nfaYAU92tY" [^>]*hidden>/);
});

test.each([
  ['https://www.youtube.com/watch?v=9nfaYAU92tY&list=x', 'youtube:9nfaYAU92tY'], ['https://m.youtube.com/live/9nfaYAU92tY?feature=share', 'youtube:9nfaYAU92tY'],
  ['https://youtu.be/9nfaYAU92tY', 'youtube:9nfaYAU92tY'], ['https://www.youtube-nocookie.com/embed/9nfaYAU92tY', 'youtube:9nfaYAU92tY'],
  ['https://vimeo.com/76979871', 'vimeo:76979871'], ['https://player.vimeo.com/video/76979871', 'vimeo:76979871'],
  ['https://www.youtube.com/', undefined], ['https://evil.example/watch?v=9nfaYAU92tY', undefined], ['https://youtube.com.evil.example/watch?v=9nfaYAU92tY', undefined],
  ['https://www.youtube.com/watch?v="><script>', undefined], ['https://vimeo.com/channels', undefined], ['nonsense', undefined],
])('the video of %s is %s', (address, expected) => {
  const video = videoOf(address);
  expect(video && `${video.provider}:${video.id}`).toBe(expected);
});

test('raw html: scripts, handlers, foreign frames and styles never pass, whoever wrote it', () => {
  const html = shown('raw-html', { html: '<p onclick="x()" style="color:red" id="a">a<script>alert(1)</script><iframe src="https://example.org"></iframe></p><form><input name="q"></form>' });
  expect(html).toBe('<p id="own-a">a</p>');
});

test('callout: what kind it is stands in words', () => {
  const box = { title: 'Not the rule', text: '<p>x</p>' };
  expect(shown('callout', { ...box, kind: 'warning' })).toBe('<div class="note warning"><b>Warning: Not the rule</b><p>x</p></div>');
  expect(shown('callout', { ...box, kind: 'note' })).toBe('<div class="note"><b>Not the rule</b><p>x</p></div>');
});

test('button: one whose page is gone prints nothing', () => {
  expect(shown('button', { link: { ref: 'page:42', text: null }, style: 'quiet' })).toBe('<p><a class="btn quiet" href="/process/rfcs/">About RFCs</a></p>');
  expect(testRenderer().blocks(load({ type: 'button', value: { link: { ref: 'page:999', text: 'x' }, style: 'quiet' } }))).toBe('');
});

test('quote and code: with their source and caption, or without', () => {
  expect(shown('quote', { text: '<p>q</p>', source: null })).toBe('<blockquote><p>q</p></blockquote>');
  expect(shown('quote', { text: '<p>q</p>', source: 'A & B' })).toBe('<figure class="quote"><blockquote><p>q</p></blockquote><figcaption>A &amp; B</figcaption></figure>');
  expect(shown('code', { code: '<a>\n  b', language: 'xml', caption: null })).toBe('<section class="code-lines" tabindex="0" aria-label="Code"><pre><code class="language-xml">&lt;a&gt;\n  b</code></pre></section>');
});

test('faq: every question has an address, the first is open, and two blocks do not share one', () => {
  const items = [{ question: 'Is there a fee?', answer: '<p>No.</p>' }, { question: 'Why?', answer: '<p>x</p>' }];
  const list = load({ type: 'faq', value: { items } }, { type: 'faq', value: { items } });
  const html = testRenderer().blocks(list);
  expect([...html.matchAll(/<details id="([^"]+)"( open)?>/g)].map((match) => [match[1], match[2] !== undefined])).toEqual([
    ['faq-is-there-a-fee', true], ['faq-why', false], ['faq-is-there-a-fee-2', true], ['faq-why-2', false],
  ]);
  expect(faqItems(list).map(({ question }) => question)).toEqual(['Is there a fee?', 'Why?', 'Is there a fee?', 'Why?']);
});

test('cards: description and picture of the page unless the card has its own; pages that are gone are left out', () => {
  const html = shown('cards', { cards: [
    { link: { ref: 'page:42', text: null }, image: null, text: null }, { link: { ref: 'page:999', text: 'Gone' }, image: null, text: null },
    { link: { ref: 'page:42', text: 'Own' }, image: { image: 'image:404', alt: null, decorative: true }, text: 'Own text' },
  ] });
  expect(html).toMatch(/^<div class="cards"><div class="card"><picture>.*alt="".*<h2><a href="\/process\/rfcs\/">About RFCs<\/a><\/h2><p>What RFCs are.<\/p><\/div><div class="card"><h2><a href="\/process\/rfcs\/">Own<\/a><\/h2><p>Own text<\/p><\/div><\/div>$/s);
});

test('image: in a figure with caption and credit, sized and lazy', () => {
  const html = shown('image', { image: { image: 'image:9', alt: 'A "net"', decorative: false }, caption: 'Nets', credit: 'Us' });
  expect(html).toMatch(/<img src="[^"]+" srcset="[^"]+" sizes="[^"]+" alt="A &#34;net&#34;" width="\d+" height="\d+" loading="lazy" decoding="async">/);
  expect(html).toContain('<figcaption>Nets <span class="credit">Us</span></figcaption></figure>');
});
