import { longUtc, shortMoment } from '../../src/platform/instants';

test('a moment in words', () => {
  const instant = new Date('2026-09-24T17:00:00Z');
  expect(shortMoment('America/Los_Angeles', instant, new Date('2026-06-01'))).toBe('Thu 24 Sep, 10:00');
  expect(shortMoment('UTC', instant, new Date('2025-01-01'))).toBe('Thu 24 Sep 2026, 17:00');
  expect(longUtc(instant)).toBe('Thursday 24 September 2026, 17:00 UTC');
});
