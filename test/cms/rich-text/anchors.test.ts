import { standardBlocks } from '../../../src/cms/blocks/index';
import type { Block } from '../../../src/cms/block-type';
import { blocks } from '../../../src/cms/fields/blocks';
import { assignAnchors } from '../../../src/cms/rich-text/anchors';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';

const fields = { keyInfo: blocks({ label: 'Key', types: standardBlocks }), inDepth: blocks({ label: 'Deep', types: standardBlocks }) };
const heading = (text: string, anchor: string | null = null): Block => ({ id: text, type: 'heading', value: { text, level: 2, anchor } });
const paragraph = (html: string): Block => ({ id: html, type: 'paragraph', value: { text: parseHtml(html, 'full') } });

function anchorsOf(keyInfo: Block[], inDepth: Block[] = []): string[] {
  const json = JSON.stringify(assignAnchors(fields, { keyInfo, inDepth }));
  return [...json.matchAll(/"anchor":("[^"]*"|null)/g)].map((match) => String(JSON.parse(match[1] ?? '')));
}

test('anchors are slugs of the text, counted over the whole page', () => {
  expect(anchorsOf([heading('Our mission'), paragraph('<h2>Our mission</h2><p>x</p><h3>Über <b>uns</b></h3>')], [heading('Our Mission!')]))
    .toEqual(['our-mission', 'our-mission-2', 'uber-uns', 'our-mission-3']);
});

test('an anchor once given is kept when the text changes', () => {
  expect(anchorsOf([heading('What we are for', 'mission')])).toEqual(['mission']);
});

test('one that is given goes before one that is made, wherever it stands', () => {
  expect(anchorsOf([heading('Mission')], [heading('Something else', 'mission')])).toEqual(['mission-2', 'mission']);
});

test('of two equal ones the first keeps it', () => {
  expect(anchorsOf([heading('A', 'mission'), heading('B', 'mission')])).toEqual(['mission', 'mission-2']);
});

test('every anchor matches the pattern, whatever the text', () => {
  const anchors = anchorsOf(['2025 plans', '日本語', '!!!', '"><script>', 'x'.repeat(300), '-a-'].map((text) => heading(text)));
  for (const anchor of anchors) expect(anchor).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(new Set(anchors).size).toBe(anchors.length);
});

test('ids of the frame around the text are not taken', () => {
  expect(anchorsOf([heading('Content'), heading('Bibliography')])).toEqual(['content-2', 'bibliography-2']);
});

test('saving again changes nothing', () => {
  const once = assignAnchors(fields, { keyInfo: [heading('A'), heading('A'), paragraph('<h2>A</h2>')], inDepth: [] });
  expect(assignAnchors(fields, once)).toEqual(once);
});

test('the order is that of the fields, not of the keys in the database', () => {
  const stored = { inDepth: [heading('A')], keyInfo: [heading('A')] };
  expect(assignAnchors(fields, stored).keyInfo[0]?.value['anchor']).toBe('a');
});
