import { TextMarks, type TextMark } from '../../../src/cms/references/text-marks';
import { trusted, type Html } from '../../../src/platform/html/html';
import { createRenderer } from '../../../src/cms/references/content-renderer';
import { templates } from '../../support/content-renderer';

const name = (key: string, text: string, ...abbreviations: string[]): TextMark => ({
  url: `/glossary/${key}/`, title: `What ${text} means.`,
  forms: [{ text, anyCase: /[ -]/.test(text) }, ...abbreviations.map((one) => ({ text: one, anyCase: false }))],
});
const marks = new TextMarks([
  name('working-group', 'Working Group', 'WG'), name('working-group-chair', 'Working group chair'), name('rfc', 'Request for Comments', 'RFC'), name('area', 'Area'),
  name('internet-draft', 'Internet-Draft', 'I-D'), name('iana', 'Internet Assigned Numbers Authority', 'IANA'), name('q-and-a', 'Q&A'),
]);

const mark = (markup: string): Html => marks.onPage().mark(trusted(markup));
/** The words that were marked, in order. */
const marked = (markup: string): string[] => [...mark(markup).matchAll(/<a class="term"[^>]*>([^<]*)<\/a>/g)].map(([, words]) => words!);

test('a first use is a link with a short definition; what follows stays as it is', () => {
  expect(mark('<p>A working group, then another working group.</p>'))
    .toBe('<p>A <a class="term" href="/glossary/working-group/" title="What Working Group means.">working group</a>, then another working group.</p>');
});

test('name and abbreviation are one term', () => {
  expect(marked('<p>A WG is a working group.</p>')).toEqual(['WG']);
});

test('a page is one text, however many parts it is rendered in', () => {
  const page = marks.onPage();
  expect(page.mark(trusted('<p>One WG.</p>'))).toContain('class="term"');
  expect(page.mark(trusted('<p>Two WG.</p>'))).toBe('<p>Two WG.</p>');
});

test.each([
  ['headings', '<h2 id="x">Working group <a href="#x">#</a></h2>'], ['links', '<p><a href="/x/">the <em>working</em> working group</a></p>'],
  ['code', '<pre><code>WG</code></pre><p><code>WG</code></p>'], ['explained abbreviations', '<p><abbr title="Working Group">WG</abbr></p>'],
  ['captions', '<figcaption>A working group</figcaption>'], ['attributes', '<p><img alt="A working group" title="WG"></p>'],
])('never in %s', (_place, markup) => {
  expect(mark(markup)).toBe(markup);
});

test('after a heading or a link the text is marked again', () => {
  expect(marked('<h2>WG</h2><p><a href="/x/">WG</a> or <strong>WG</strong></p>')).toEqual(['WG']);
});

test('what an editor linked by hand counts as the first use', () => {
  expect(marked('<p><a href="/glossary/working-group/">groups</a> and a working group</p>')).toEqual([]);
});

test('names of two words are found in any case, abbreviations only in their own', () => {
  expect(marked('<p>WORKING GROUP, rfc, Wg, iana</p>')).toEqual(['WORKING GROUP']);
  expect(marked('<p>an RFC from IANA</p>')).toEqual(['RFC', 'IANA']);
});

test('a single word needs the capital of the glossary, in a place where a capital means something', () => {
  expect(marked('<p>this area of work</p>')).toEqual([]);
  expect(marked('<p>Area is a word. Area again: “Area”.</p>')).toEqual([]);
  expect(marked('<p>The <em>Routing</em> Area decides.</p>')).toEqual(['Area']);
});

test('only whole words, with the s of a plural, and not as part of a name or an address', () => {
  expect(marked('<p>Working Groups and RFCs</p>')).toEqual(['Working Groups', 'RFCs']);
  for (const text of ['networking groups', 'WGs2', 'non-WG', 'WG-chairs', 'www.IANA.org', 'a@IANA.org', 'IANA/x', 'working groupware', 'RFC_x']) expect([text, marked(`<p>${text}</p>`)]).toEqual([text, []]);
  expect(marked('<p>(IANA’s) list.</p>')).toEqual(['IANA']);
});

test('a number makes it something else: RFC 9110 is no explanation of RFCs', () => {
  expect(marked('<p>RFC 9110, RFC&nbsp;9110, RFC9110 and the RFC.</p>')).toEqual(['RFC']);
});

test('the longest term wins, also when it was marked before', () => {
  expect(marked('<p>A working group chair, another working group chair.</p>')).toEqual(['working group chair']);
});

test('a line break or signs that are escaped do not hide a term', () => {
  expect(marked('<p>a working\ngroup, a working&nbsp;group, a Q&amp;A</p>')).toEqual(['working\ngroup', 'Q&amp;A']);
});

test('a page has at most twelve marks', () => {
  const many = new TextMarks(Array.from({ length: 20 }, (_, index) => name(`t${index}`, `Term ${String.fromCharCode(97 + index)}`)));
  const text = Array.from({ length: 20 }, (_, index) => `<p>some term ${String.fromCharCode(97 + index)}</p>`).join('');
  expect(many.onPage().mark(trusted(text)).match(/class="term"/g)).toHaveLength(12);
});

test('definitions and addresses cannot leave their attribute', () => {
  const odd = new TextMarks([{ url: '/g/"x"/', title: '<b> "quoted"', forms: [{ text: 'Odd thing', anyCase: true }] }]);
  expect(odd.onPage().mark(trusted('<p>an odd thing</p>'))).toBe('<p>an <a class="term" href="/g/&quot;x&quot;/" title="&lt;b&gt; &quot;quoted&quot;">odd thing</a></p>');
});

test('rich text and Markdown are one text to the reader', () => {
  const render = createRenderer({ targets: new Map(), kinds: new Map(), templates, baseUrl: 'https://www.example.org', marks: marks.onPage() });
  expect(render.markdown('## Working group\n\nA working group, `WG`.')).toContain('<p>A <a class="term" href="/glossary/working-group/"');
  expect(render.richText({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A WG.' }] }] })).toBe('<p>A WG.</p>');
});

test('a long page with 200 terms takes less than a millisecond', () => {
  const terms = new TextMarks(Array.from({ length: 200 }, (_, index) => name(`t${index}`, `Internet${index % 40} thing number${index}`, `ABC${index}X`)));
  const text = trusted('<p>Something else is said here, at some length, with <em>emphasis</em> and ABC of nothing in particular.</p>\n'.repeat(250)); // 26 kB
  for (let run = 0; run < 50; run += 1) terms.onPage().mark(text);
  const times = Array.from({ length: 50 }, () => {
    const start = performance.now();
    terms.onPage().mark(text);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  expect(times[25]).toBeLessThan(5); // a busy machine is forgiven
});
