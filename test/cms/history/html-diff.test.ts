import { parseFragment } from 'parse5';
import { diffHtml } from '../../../src/cms/history/html-diff';
import { wellFormed, withoutMarked, wordsOf } from './diff-checks';

const marked = (older: string, newer: string): string | null => diffHtml(older, newer).html;

test('words out are struck where they stood, words in are underlined', () => {
  const diff = diffHtml('<p>It tells you the level of maturity of the document and more.</p>', '<p>It tells you how much review stands behind the text and more.</p>');
  expect(diff.html).toBe('<p>It tells you <del>the level of maturity of the document</del> <ins>how much review stands behind the text</ins> and more.</p>');
  expect(diff).toMatchObject({ removed: 7, added: 7 });
});

test('the same text has no marks', () => {
  expect(diffHtml('<p>A <strong>b</strong> c.</p>', '<p>A <strong>b</strong> c.</p>')).toMatchObject({ html: '<p>A <strong>b</strong> c.</p>', removed: 0, added: 0 });
});

test('a paragraph that is gone stands between those that stayed, an item in its list', () => {
  expect(marked('<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>', '<p>One.</p>\n<p>Three.</p>')).toBe('<p>One.</p>\n<p><del>Two.</del></p><p>Three.</p>');
  expect(marked('<ul><li>One</li><li>Two</li></ul>', '<ul><li>One</li></ul>')).toBe('<ul><li>One</li><li><del>Two</del></li></ul>');
});

test('cells that are gone stay in the table, where only cells may stand', () => {
  const html = marked('<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>', '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>')!;
  expect(wellFormed(html)).toBe(true);
  expect(wordsOf(withoutMarked(html, 'ins'))).toEqual(['a', 'b', 'c', 'd']);
});

test('a link that leads elsewhere and a word in bold are changes', () => {
  expect(marked('<p>See <a href="/a/">this</a>.</p>', '<p>See <a href="/b/">this</a>.</p>')).toBe('<p>See <del>this</del><a href="/b/"><ins>this</ins></a>.</p>');
  expect(diffHtml('<p>so bold</p>', '<p>so <strong>bold</strong></p>')).toMatchObject({ removed: 1, added: 1 });
});

test('a picture that is gone is named, a new one is shown', () => {
  const [old, other] = ['<figure><picture><source srcset="/a"><img src="/a.png" alt="A map"></picture></figure>', '<figure><picture><source srcset="/b"><img src="/b.png" alt=""></picture></figure>'];
  expect(marked(old, other)).toBe('<figure><del>[Picture: A map]</del> <ins><img src="/b.png" alt=""></ins></figure>');
});

test('ids and links to sections are left out, so that nothing is on the page twice', () => {
  expect(marked('', '<h2 id="x">Head <a class="anchor" href="#x" aria-label="y">#</a></h2>')).toBe('<h2><ins>Head</ins></h2>');
});

test('texts with nothing in common, of any size, take no time', () => {
  const words = (seed: number, count: number): string => `<p>${Array.from({ length: count }, (_, index) => `w${(index * seed) % 99_991}`).join(' ')}</p>`;
  const start = performance.now();
  expect(diffHtml(words(7, 9_000), words(11, 9_000)).html).toBeNull();
  expect(diffHtml(words(7, 30_000), words(7, 30_001))).toMatchObject({ html: null, added: 30_001 });
  expect(performance.now() - start).toBeLessThan(3_000);
});

/** Random documents and random edits of them, by a generator that always gives the same. */
test('without what is new the words are the old ones, without what is gone the new ones, and the markup is whole', () => {
  const random = generator(42);
  for (let round = 0; round < 400; round += 1) {
    const older = randomHtml(random);
    const newer = random() < 0.15 ? randomHtml(random) : edited(older, random);
    const { html } = diffHtml(older, newer);
    expect({ older, newer, html, ok: wellFormed(html!) }).toMatchObject({ ok: true });
    expect({ older, newer, html, words: wordsOf(withoutMarked(html!, 'ins')) }).toEqual({ older, newer, html, words: wordsOf(older) });
    expect(wordsOf(withoutMarked(html!, 'del'))).toEqual(wordsOf(newer));
  }
  expect(parseFragment('<p>').childNodes).toHaveLength(1);
});

type Random = () => number;

function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const WORDS = 'the level of maturity is a document review behind text RFC &amp; it’s <s>old</s> <strong>bold</strong> <a href="/x/">link</a> <code>x&lt;y</code> . ,'.match(/<[^ ]+[^>]*>[^<]*<\/[a-z]+>|\S+/g)!;

function line(random: Random): string {
  return Array.from({ length: 1 + Math.floor(random() * 9) }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
}

function randomHtml(random: Random): string {
  const block = [
    () => `<p>${line(random)}</p>`, () => `<h2 id="h">${line(random)}</h2>`,
    () => `<ul>${Array.from({ length: 1 + Math.floor(random() * 3) }, () => `<li>${line(random)}</li>`).join('')}</ul>`,
    () => `<table><tbody>${Array.from({ length: 2 }, () => `<tr><td>${line(random)}</td><td>${line(random)}</td></tr>`).join('')}</tbody></table>`,
    () => `<blockquote><p>${line(random)}</p><p>${line(random)}</p></blockquote>`, () => `<pre><code>${line(random)}</code></pre>`,
  ];
  return Array.from({ length: Math.floor(random() * 6) }, () => block[Math.floor(random() * block.length)]!()).join('\n');
}

/** Blocks taken out, put in, swapped, and words replaced. */
function edited(html: string, random: Random): string {
  const blocks = html.split('\n');
  for (let edit = 0; edit < 1 + random() * 3; edit += 1) {
    const at = Math.floor(random() * blocks.length);
    const kind = random();
    if (kind < 0.25) blocks.splice(at, 1);
    else if (kind < 0.5) blocks.splice(at, 0, randomHtml(random));
    else if (kind < 0.7) blocks.reverse();
    else blocks[at] = (blocks[at] ?? '').replace(/(?<=[> ])(?:the|of|is|a|document|review)(?=[< ])/g, () => (random() < 0.5 ? 'changed' : 'may become'));
  }
  return blocks.join('\n');
}
