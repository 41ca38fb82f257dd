import type { RichTextNode } from '../../../src/cms/rich-text/document';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import { richTextSchema } from '../../../src/cms/rich-text/schema';
import { toPortableHtml } from '../../../src/cms/rich-text/to-portable-html';
import { HtmlTooLarge } from '../../../src/platform/html/limits';

const clean = (html: string) => toPortableHtml(parseHtml(html, 'full'));

test.each([
  ['scripts and styles are dropped with what is in them', '<p>a<script>alert(1)</script><style>b{}</style>b</p>', '<p>ab</p>'],
  ['unknown inline elements are unwrapped', '<p>a <span class="x">b</span> <font color=red>c</font> <o:p>d</o:p></p>', '<p>a b c d</p>'],
  ['containers become paragraphs', '<div>a<div>b</div></div><section>c</section>', '<p>a</p><p>b</p><p>c</p>'],
  ['event handlers and styles are dropped', '<p onclick="x()" style="color:red">a</p>', '<p>a</p>'],
  ['the largest heading is the second, the smallest the fourth', '<h1>a</h1><h5>b</h5><h6 id="C">c</h6>', '<h2>a</h2><h4>b</h4><h4>c</h4>'],
  ['anchors of headings are kept where they are usable', '<h2 id="mission">Mission</h2><h3 id="2x">Two</h3>', '<h2 id="mission">Mission</h2><h3>Two</h3>'],
  ['old tags are marks too', '<p><b>a</b><i>b</i><del>c</del><kbd>d</kbd></p>', '<p><strong>a</strong><em>b</em><s>c</s><code>d</code></p>'],
  ['the bold that means normal is none', '<b style="font-weight:normal"><p>a <span style="font-weight:700">b</span></p></b>', '<p>a <strong>b</strong></p>'],
  ['alignment is read from styles, attributes and classes', '<p style="text-align: center">a</p><p align=right>b</p><p class="right">c</p>', '<p class="center">a</p><p class="right">b</p><p class="right">c</p>'],
  ['a list inside a list belongs to the item before it', '<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
  ['tables become lines of text', '<table><tr><td>a</td><td>b</td></tr></table>', '<p>a</p><p>b</p>'],
  ['pictures from elsewhere are left out', '<p>a<img src="https://example.org/x.png" alt="x">b</p>', '<p>ab</p>'],
  ['a figure of ours keeps its caption', '<figure><img src="image:9" alt="A net"><figcaption>So</figcaption></figure>', '<figure><img src="image:9" alt="A net"><figcaption>So</figcaption></figure>'],
  ['empty paragraphs go', '<p></p><p>&nbsp;</p><p><br></p><p>a<br></p>', '<p>a</p>'],
  ['white space is what HTML shows', '<p>\n  a\n  <b> b</b>  </p>', '<p>a <strong>b</strong></p>'],
  ['code blocks keep every space', '<pre><code class="language-json">{\n  "a": 1\n}</code></pre>', '<pre><code class="language-json">{\n  &quot;a&quot;: 1\n}</code></pre>'],
])('%s', (_, html, expected) => {
  expect(clean(html)).toBe(expected);
});

test.each([
  ['javascript:alert(1)'], ['JaVaScRiPt:alert(1)'], ['java\nscript:alert(1)'], ['&#106;avascript:alert(1)'], ['vbscript:x'], ['data:text/html,x'],
  ['file:///etc/passwd'], ['blob:https://example.org/1'], ['view-source:https://example.org/'], ['not a link'], ['https://'], ['../up/'],
])('a link to %s keeps only its words', (href) => {
  expect(clean(`<p><a href="${href}">words</a></p>`)).toBe('<p>words</p>');
});

test.each([
  ['https://example.org/a?b=1&amp;c=2', 'https://example.org/a?b=1&c=2'], ['//example.org/x', 'https://example.org/x'], ['mailto:a@example.org', 'mailto:a@example.org'],
  ['/about/#mission', 'page:/about/#mission'], ['#mission', '#mission'], ['page:42#x', 'page:42#x'], ['document:7', 'document:7'], ['HTTPS://example.org', 'https://example.org'],
])('a link to %s is kept as %s', (href, ref) => {
  const [paragraph] = parseHtml(`<p><a href="${href}">words</a></p>`, 'full').content;
  expect(paragraph?.content).toEqual([{ type: 'text', marks: [{ type: 'link', attrs: { ref } }], text: 'words' }]);
});

test('links to what is cited become references, with or without words of their own', () => {
  const [paragraph] = parseHtml('<p>See <a href="rfc:9110"></a>, <a href="group:quic"><b>the group</b></a> and [[bcp:14|best practice]].</p>', 'cell').content;
  expect(paragraph?.content?.filter((node: RichTextNode) => node.type === 'reference')).toEqual([
    { type: 'reference', attrs: { ref: 'rfc:9110', text: null } },
    { type: 'reference', attrs: { ref: 'group:quic', text: 'the group' } },
    { type: 'reference', attrs: { ref: 'bcp:14', text: 'best practice' } },
  ]);
});

test('brackets in code are no citation', () => {
  expect(parseHtml('<p><code>[[rfc:9110]]</code></p>', 'full').content[0]?.content).toEqual([{ type: 'text', marks: [{ type: 'code' }], text: '[[rfc:9110]]' }]);
});

test('lists pasted from Word become lists, nested as they were', () => {
  const item = (level: number, marker: string, text: string) => `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
    style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>${text}<o:p></o:p></p>`;
  expect(clean(`<p class=MsoNormal>Before</p>${item(1, '·', 'one')}${item(2, 'o', 'inner')}${item(1, '·', 'two')}<p>Between</p>${item(1, '1.', 'first')}`))
    .toBe('<p>Before</p><ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul><p>Between</p><ol><li>first</li></ol>');
});

test('a list pasted from Word is one, whatever stands between its paragraphs, and its bold is bold', () => {
  const item = (text: string) => `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><b style='mso-bidi-font-weight:normal'>${text}</b></p>`;
  expect(clean(`${item('one')}\n\n${item('two')}\n`)).toBe('<ul><li><strong>one</strong></li><li><strong>two</strong></li></ul>');
});

test('what a place does not allow becomes the nearest thing that it does', () => {
  const html = '<h2>Title</h2><blockquote><p>quoted</p></blockquote><hr><figure><img src="image:9" alt=""></figure><pre><code>a\nb</code></pre><ul><li>item</li></ul>';
  expect(toPortableHtml(parseHtml(html, 'small'))).toBe('<p><strong>Title</strong></p><p>quoted</p><pre><code>a\nb</code></pre><ul><li>item</li></ul>');
  expect(toPortableHtml(parseHtml(html, 'cell'))).toBe('<p><strong>Title</strong></p><p>quoted</p><p><code>a</code><br><code>b</code></p><ul><li>item</li></ul>');
});

test('characters that cannot be stored are dropped', () => {
  expect(clean('<p>a\u0001\u000bb\ud800c</p>')).toBe('<p>abc</p>');
});

test.each([
  ['30 KB of nested elements', '<b>'.repeat(10_000)],
  ['depth hidden behind stray end tags', '<b class=x></i>'.repeat(200)],
  ['more than 20,000 tags', '<br>'.repeat(20_001)],
  ['more than 500 KB', 'x'.repeat(500_001)],
])('%s are refused before parsing', (_, html) => {
  expect(() => parseHtml(html, 'full')).toThrow(HtmlTooLarge);
});

test('elements that a parser opens again and again are counted', () => {
  const formatting = Array.from({ length: 90 }, (_, index) => `<b id=${index}>`).join('');
  expect(() => parseHtml(`<div>${formatting}</div>${'<p>x'.repeat(15_000)}`, 'full')).toThrow(HtmlTooLarge);
});

test('whatever is parsed passes the schema', () => {
  for (const html of ['<ul></ul>', '<li>a', '<a href="rfc:1"><p>x</p></a>', '<h2><img src="image:1"><p>x</p><ul><li>y</ul></h2>', '<ol start="-4"><li><h2>x</h2></ol>', '</p></p><table><p>a', '<svg><p>x</svg>y']) {
    expect(richTextSchema('full', 'draft').safeParse(parseHtml(html, 'full'))).toMatchObject({ success: true });
  }
});
