import { markdown } from '../../../src/cms/fields/markdown';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import { richTextToMarkdown } from '../../../src/cms/rich-text/to-markdown';
import { testRenderer } from '../../support/content-renderer';

const shown = (source: string) => testRenderer().markdown(source).trim();
const written = (html: string) => richTextToMarkdown(parseHtml(html, 'full'), testRenderer());

describe('Markdown to HTML', () => {
  test.each([
    ['HTML in it is text', '<b>x</b> <script>alert(1)</script>', '<p>&lt;b&gt;x&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['links that run are no links', '[x](javascript:alert(1)) [y](data:text/html,z)', '<p>[x](javascript:alert(1)) [y](data:text/html,z)</p>'],
    ['links by reference follow the page', '[RFCs](page:42#formats)', '<p><a href="/process/rfcs/#formats">RFCs</a></p>'],
    ['links to what is missing keep their words', 'a [**gone**](page:999) b', '<p>a <strong>gone</strong> b</p>'],
    ['attributes cannot be left', '[x](https://example.org/"onclick=alert(1))', '<p><a href="https://example.org/%22onclick=alert(1)">x</a></p>'],
    ['citations in code stay as they are', '`[[rfc:9110]]`', '<p><code>[[rfc:9110]]</code></p>'],
    ['pictures from elsewhere are their description', '![A net](https://example.org/x.png)', '<p>A net</p>'],
  ])('%s', (_, source, expected) => {
    expect(shown(source)).toBe(expected);
  });

  test('citations are chips with a number', () => {
    expect(shown('See [[rfc:9110]] and [[rfc:9110|HTTP]].')).toBe(
      '<p>See <span class="citation"><a class="rfc" title="HTTP Semantics" href="https://www.rfc-editor.org/rfc/rfc9110.html">RFC&nbsp;9110</a>'
      + '<sup class="bibliography-reference"><a href="#bibliography1" aria-label="Source 1">1</a></sup></span>'
      + ' and <a href="https://www.rfc-editor.org/rfc/rfc9110.html">HTTP</a>'
      + '<sup class="bibliography-reference"><a href="#bibliography1" aria-label="Source 1">1</a></sup>.</p>',
    );
  });

  test('headings are the page’s own, never the first level', () => {
    const render = testRenderer();
    expect(render.markdown('# One *two* `<3>`\n\nx')).toContain('<h2 id="one-two-3">One two &lt;3&gt; <a class="anchor"');
    expect(render.headings).toEqual([{ level: 2, text: 'One two <3>', anchor: 'one-two-3' }]);
  });

  test('tables have scopes and classes, in a box that scrolls', () => {
    const html = shown('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(html).toContain('<section class="scroll" tabindex="0" aria-label="Table"><table>');
    expect(html).toContain('<th class="right" scope="col">b</th>');
    expect(html).toContain('<td class="right">2</td>');
    expect(html).not.toContain('style=');
  });

  test('marks that stand for our own markup cannot be typed', () => {
    expect(shown('\uE0000\uE001 [[rfc:9110]]')).toMatch(/^<p>0 <span class="citation"><a class="rfc"/);
  });
});

describe('documents to Markdown', () => {
  test.each([
    ['<p>a * b _c_ [d] `e` &lt;f&gt;</p>', 'a \\* b \\_c\\_ \\[d\\] \\`e\\` \\<f\\>'],
    ['<p>1. no list</p><p># no heading</p>', '1\\. no list\n\n\\# no heading'],
    ['<p><strong>bold </strong>and <em>so</em> <code>a`b</code></p>', '**bold** and *so* `` a`b ``'],
    ['<p><a href="page:42">RFCs</a>, [[rfc:9110]], [[rfc:4711]]</p>', '[RFCs](/process/rfcs/), [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110.html), RFC 4711'],
    ['<ul><li>a<ol><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>', '- a\n  1. b\n- c\n\n  d'],
    ['<h3 id="x">T</h3><blockquote><p>q</p></blockquote><hr>', '### T\n\n> q\n\n---'],
    ['<pre><code class="language-http">GET /\n```</code></pre>', '````http\nGET /\n```\n````'],
    ['<p>a<br>b</p>', 'a\\\nb'],
  ])('%s', (html, expected) => {
    expect(written(html)).toBe(expected);
  });
});

describe('references in Markdown', () => {
  const field = markdown({ label: 'Markdown' });
  const source = 'See [[rfc:9110]], [[group:quic|the group]], [a](page:/about/#x) and [b](https://example.org/).';

  test('are listed and replaced, addresses outside are left', () => {
    const seen: string[] = [];
    const changed = field.mapReferences(source, (uri) => {
      seen.push(uri);
      return uri === 'page:/about/#x' ? 'page:5#x' : uri;
    });
    expect(seen).toEqual(['rfc:9110', 'group:quic', 'page:/about/#x']);
    expect(changed).toBe(source.replace('page:/about/#x', 'page:5#x'));
  });

  test('are words in what is searched', () => {
    expect(field.texts(source)).toEqual(['See RFC 9110, the group, a and b.']);
  });
});
