import type { Related, Relation } from '../../../src/site/standards/rfc-detail';
import { BOX, relationDiagram } from '../../../src/site/standards/relation-diagram';

const related = (relation: Relation, ...numbers: number[]): Related[] => numbers.map((number) => ({ relation, number, title: null, status: null, date: null }));
const many = (count: number) => Array.from({ length: count }, (_, index) => 100 + index);

test('an RFC without relations has no picture', () => expect(relationDiagram(1, [])).toBeNull());

test('what came before stands at the left, what came after at the right', () => {
  const diagram = relationDiagram(2616, [...related('obsoletes', 2068), ...related('obsoleted-by', 7230)])!;
  const x = (text: string) => diagram.boxes.find((box) => box.text === text)!.x;
  expect(x('RFC 2068')).toBeLessThan(x('RFC 2616'));
  expect(x('RFC 2616')).toBeLessThan(x('RFC 7230'));
  expect(diagram.labels.map(({ text }) => text)).toEqual(['obsoletes', 'obsoleted by']);
  expect(diagram.description).toBe('RFC 2616 obsoletes RFC 2068; it is obsoleted by RFC 7230.');
});

test('it is as wide as it has sides, and fits a small phone', () => {
  const both = relationDiagram(1, [...related('updates', 2), ...related('updated-by', 3)])!;
  const one = relationDiagram(1, related('updates', 2))!;
  expect(both.width).toBeLessThan(340);
  expect(one.width).toBeLessThan(both.width);
  expect(relationDiagram(1, related('updated-by', 2))!.left).toBeGreaterThan(0);
});

test('beyond a few they are counted', () => {
  const { boxes, height, description } = relationDiagram(1035, related('updated-by', ...many(29)))!;
  expect(boxes.map(({ text }) => text)).toContain('+ 24 more');
  expect(boxes).toHaveLength(7);
  expect(height).toBeLessThan(260);
  expect(description).toBe('RFC 1035 is updated by 29 RFCs.');
});

test('updates are dashed, and arrows lead from the newer to the older', () => {
  const { lines } = relationDiagram(5, [...related('obsoletes', 1), ...related('updates', 2, 3), ...related('updated-by', 9)])!;
  expect(lines.map(({ dashed }) => dashed)).toEqual([false, true, true]);
  const [, updates, after] = lines;
  expect(updates!.arrow.match(/M/g)).toHaveLength(2); // one at each older box
  expect(after!.arrow.match(/M/g)).toHaveLength(1); // one, at this one
});

test.each([[1, 0, 0, 0], [1, 1, 1, 1], [6, 6, 6, 6], [29, 1, 2, 40], [0, 3, 0, 1]])('nothing lies outside or on one another: %i, %i, %i, %i', (...counts) => {
  const relations = ['obsoletes', 'updates', 'obsoleted-by', 'updated-by'] as const;
  const { boxes, left, width, height } = relationDiagram(9, relations.flatMap((relation, index) => related(relation, ...many(counts[index]!))))!;
  for (const box of boxes) {
    expect([box.x >= left, box.x + BOX.width <= left + width, box.y >= 0, box.y + BOX.height <= height]).toEqual([true, true, true, true]);
    const touching = boxes.filter((other) => other !== box && other.x === box.x && Math.abs(other.y - box.y) < BOX.height);
    expect(touching).toEqual([]);
  }
});
