import { HtmlTooLarge } from '../../../src/platform/html/limits';
import { sanitizeHtml } from '../../../src/platform/html/sanitize';

test.each([
  ['scripts', 'a<script>alert(1)</script>b', 'ab'],
  ['scripts in a figure of lines', '<svg><script>alert(1)</script><p>x</p></svg>', ''],
  ['mathematics that hides markup', '<math><mtext><img src=x onerror=alert(1)></mtext></math>', ''],
  ['event handlers', '<p onclick=alert(1) onmouseover="x">a</p>', '<p>a</p>'],
  ['links that run', '<a href="javascript:alert(1)">a</a><a href=" java&#10;script:alert(1)">b</a><a href="data:text/html,x">c</a>', '<a>a</a><a>b</a><a>c</a>'],
  ['addresses that take the scheme of the page', '<a href="//evil.example/">a</a>', '<a>a</a>'],
  ['pictures from elsewhere', 'a<img src="https://evil.example/x.png" alt="x">', 'a'],
  ['style attributes', '<p style="background:url(https://evil.example)">a</p>', '<p>a</p>'],
  ['style elements', '<style>p{}</style><p>a</p>', '<p>a</p>'],
  ['forms', '<form action="https://evil.example"><input type=password><button>x</button></form>', 'x'],
  ['frames', '<iframe src="https://evil.example"></iframe><object data="x"></object><embed src="x">', ''],
  ['a base for all addresses', '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=x"><p>a</p>', '<p>a</p>'],
  ['text areas that swallow what follows', '<textarea><p>a</textarea><p>b</p>', '<p>b</p>'],
])('%s do not pass', (_, source, expected) => {
  expect(sanitizeHtml(source, 'wide')).toBe(expected);
});

test('ids get a prefix, so that they meet neither ours nor properties of the document, and links to them follow', () => {
  expect(sanitizeHtml('<p id="cookie">a</p><a href="#cookie">b</a>', 'wide')).toBe('<p id="own-cookie">a</p><a href="#own-cookie">b</a>');
});

test('classes are those of the style sheet that content may use', () => {
  expect(sanitizeHtml('<p class="note well site-header staff-bar">a</p>', 'wide')).toBe('<p class="note well">a</p>');
});

test('the wide list keeps what editors need', () => {
  const html = '<details open><summary>a</summary><dl><dt>b</dt><dd>c</dd></dl></details><figure><img src="/media/x.webp" alt="d" width="4" height="3" /><figcaption>e</figcaption></figure>';
  expect(sanitizeHtml(html, 'wide')).toBe(html);
});

test('the strict list is what Markdown can say', () => {
  expect(sanitizeHtml('<div id="a"><h1>b</h1><img src="/x.png" alt=""><pre><code class="language-js evil">c</code></pre></div>', 'strict'))
    .toBe('<h2>b</h2><pre tabindex="0"><code class="language-js">c</code></pre>');
});

test.each([['nested elements', '<b>'.repeat(10_000)], ['too many tags', '<br>'.repeat(20_001)], ['too many bytes', 'é'.repeat(250_001)]])('%s are refused before parsing', (_, source) => {
  expect(() => sanitizeHtml(source, 'wide')).toThrow(HtmlTooLarge);
});

test('lists whose items are never closed are not deep', () => {
  expect(sanitizeHtml(`<ul>${'<li>a'.repeat(500)}</ul>`, 'wide').match(/<li>/g)).toHaveLength(500);
});

test('the same text under another list is cleaned anew', () => {
  expect([sanitizeHtml('<div>same</div>', 'wide'), sanitizeHtml('<div>same</div>', 'strict'), sanitizeHtml('<div>same</div>', 'wide')]).toEqual(['<div>same</div>', 'same', '<div>same</div>']);
});
