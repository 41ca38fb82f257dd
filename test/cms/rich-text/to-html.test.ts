import type { RichText, RichTextNode } from '../../../src/cms/rich-text/document';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import { testRenderer } from '../../support/content-renderer';

const shown = (portable: string) => testRenderer().richText(parseHtml(portable, 'full'));
const document = (...content: RichTextNode[]): RichText => ({ type: 'doc', content });
const text = (words: string, ref?: string): RichTextNode => ({ type: 'text', text: words, ...(ref ? { marks: [{ type: 'link', attrs: { ref } }] } : {}) });

test('everything typed is escaped, in text and in attributes', () => {
  const hostile = '<script>alert(1)</script> " \' &';
  const html = testRenderer().richText(document(
    { type: 'paragraph', content: [text(hostile)] },
    { type: 'heading', attrs: { level: 2, anchor: null }, content: [text(hostile)] },
    { type: 'image', attrs: { ref: 'image:9', alt: '"><script>', decorative: false, caption: hostile } },
    { type: 'paragraph', content: [{ type: 'reference', attrs: { ref: 'rfc:9110', text: hostile } }] },
    { type: 'codeBlock', content: [text(hostile)] },
  ));
  expect(html).not.toContain('<script');
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(7);
});

test.each([['javascript:alert(1)'], ['java\tscript:alert(1)'], ['data:text/html,x'], ['page:66'], ['page:999'], ['rfc:1'], ['nonsense']])(
  'a stored link to %s prints as plain words', (ref) => {
    expect(testRenderer().richText(document({ type: 'paragraph', content: [text('words', ref)] }))).toBe('<p>words</p>');
  },
);

test('an address cannot leave its attribute', () => {
  const html = testRenderer().richText(document({ type: 'paragraph', content: [text('x', 'https://example.org/?q="onmouseover=alert(1)')] }));
  expect(html).toBe('<p><a href="https://example.org/?q=%22onmouseover=alert(1)">x</a></p>');
});

test('links to pages follow the page and keep the place on it', () => {
  expect(shown('<p><a href="page:42#formats">formats</a></p>')).toBe('<p><a href="/process/rfcs/#formats">formats</a></p>');
});

test('a link with formatted words stays one link', () => {
  expect(shown('<p><a href="page:42">the <strong>bold <em>one</em></strong></a></p>')).toBe('<p><a href="/process/rfcs/">the <strong>bold <em>one</em></strong></a></p>');
});

test('what is cited prints as a chip with the number of its source', () => {
  expect(shown('<p><a href="rfc:9110"></a></p>')).toBe(
    '<p><span class="citation"><a class="rfc" title="HTTP Semantics" href="https://www.rfc-editor.org/rfc/rfc9110.html">RFC&nbsp;9110</a>'
    + '<sup class="bibliography-reference"><a href="#bibliography1" aria-label="Source 1">1</a></sup></span></p>',
  );
});

test('every citation of a source has the same number, whatever the spelling and the section', () => {
  const render = testRenderer();
  const html = render.richText(parseHtml('<p>[[rfc:2026]] [[rfc:9110]] [[rfc:02026]] [[rfc:9110#section-3|three]]</p>', 'full'));
  expect([...html.matchAll(/#bibliography(\d)/g)].map((match) => match[1])).toEqual(['1', '2', '1', '2']);
  expect(render.citations.map(({ key, url }) => [key, url])).toEqual([
    ['2026', 'https://www.rfc-editor.org/rfc/rfc2026.html'], ['9110', 'https://www.rfc-editor.org/rfc/rfc9110.html'],
  ]);
});

test('groups are chips of their kind, terms are words, and neither is a source', () => {
  expect(shown('<p>[[group:quic]] [[term:working-group]]</p>'))
    .toBe('<p><a class="rfc group" title="QUIC" href="/group/quic/">quic</a> <a href="/term/working-group/">Working Group</a></p>');
});

test('what is missing prints its name or the words of the author', () => {
  expect(shown('<p>[[rfc:4711]] [[group:gone]] [[rfc:4712|that one]]</p>')).toBe('<p>RFC 4711 gone that one</p>');
});

test('headings get their anchor and a link to it, and are remembered for the contents list', () => {
  const render = testRenderer();
  const html = render.richText(parseHtml('<h2 id="mission">Our [[rfc:9110]] mission</h2><h3>Again</h3><h3>Again</h3>', 'full'));
  expect(html).toContain('<h2 id="mission">Our RFC 9110 mission <a class="anchor" href="#mission" aria-label="Link to the section Our RFC 9110 mission">#</a></h2>');
  expect(render.headings).toEqual([
    { level: 2, text: 'Our RFC 9110 mission', anchor: 'mission' }, { level: 3, text: 'Again', anchor: 'again' }, { level: 3, text: 'Again', anchor: 'again-2' },
  ]);
});

test('alignment is a class, never a style', () => {
  expect(shown('<h2 class="center" id="a">A</h2><p class="right">b</p>')).toMatch(/^<h2 id="a" class="center">.*<p class="right">b<\/p>$/);
});

test('lists are tight when items are one paragraph, and numbered from where they start', () => {
  expect(shown('<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>')).toBe('<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>');
});

test('a missing picture prints nothing', () => {
  expect(shown('<figure><img src="image:404" alt="x"><figcaption>y</figcaption></figure>')).toBe('');
});
