import { htmlToMarkdown } from '../../../src/cms/formats/html-to-markdown';
import { trusted } from '../../../src/platform/html/html';

const markdown = (html: string): string => htmlToMarkdown(trusted(html), 'https://www.example.org/a/b/');

test('addresses are absolute, also those of pictures', () => {
  expect(markdown('<p><a href="../c/">c</a> <a href="#x">x</a> <img src="/m.png" alt="A map" srcset="/n.png 2x"></p>'))
    .toBe('[c](https://www.example.org/a/c/) [x](https://www.example.org/a/b/#x) ![A map](https://www.example.org/m.png)\n');
});

test('what serves the screen only is left out', () => {
  const screen = '<nav>1</nav><aside>2</aside><form><input>3</form><button>4</button><svg><text>5</text></svg><i aria-hidden="true">6</i><p hidden>7</p>';
  expect(markdown(`<h2>Title <a class="anchor" href="#t">#</a></h2>${screen}<p>Text</p>`)).toBe('## Title\n\nText\n');
});

test('a table has its caption above it, and one line for each row', () => {
  const table = '<table><caption>Facts</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1 | 2</td><td><p>x</p><ul><li>i</li><li>j</li></ul></td></tr></tbody></table>';
  expect(markdown(`<p>Before</p>${table}<p>After</p>`)).toBe('Before\n\n**Facts**\n\n| A      | B     |\n| ------ | ----- |\n| 1 \\| 2 | x i j |\n\nAfter\n');
});

test('a card is one link', () => {
  expect(markdown('<ul><li><a href="/c/"><h3>Card</h3><p>Text</p></a></li></ul>')).toBe('- [Card – Text](https://www.example.org/c/)\n');
});

test('terms and questions stand out', () => {
  expect(markdown('<dl><dt>Term</dt><dd>Meaning</dd></dl><details><summary>Why?</summary><p>So.</p></details>')).toBe('- **Term**: Meaning\n\n**Why?**\n\nSo.\n');
  expect(markdown('<dl><dt>Term</dt><dd><p>One.</p><p>Two.</p></dd></dl>')).toBe('**Term**\n\nOne.\n\nTwo.\n');
});

test('an entry of a list has no heading of its own', () => {
  expect(markdown('<ul><li><article><time>4 May</time><h3><a href="/c/">Card</a></h3><p>Text</p><ul><li>inner</li></ul></article></li></ul>'))
    .toBe('- 4 May  \n**[Card](https://www.example.org/c/)**  \nText\n  - inner\n');
});

test('sources are numbers, decoration is left out', () => {
  expect(markdown('<p>See RFC 1<sup class="bibliography-reference"><a href="#bibliography1">1</a></sup>.<img src="/x.png" alt=""> In 2027. Then</p>')).toBe('See RFC 1 \\[1\\]. In 2027. Then\n');
});

test('what only a style sheet keeps apart is kept apart', () => {
  expect(markdown('<p><span>15–21</span><time>March</time><a href="https://x.test/">More</a></p>')).toBe('15–21 March [More](https://x.test/)\n');
});

test('signs of Markdown in a text are no formatting', () => {
  expect(markdown('<p>2 * 3 * 4, a_b_c, [x](y), `z`</p>')).toBe('2 \\* 3 \\* 4, a\\_b\\_c, \\[x\\](y), \\`z\\`\n');
});
