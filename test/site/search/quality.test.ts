import { openSeededSite, type TestSite } from '../../support/site';
import { judge, type Verdict } from './judge';

let site: TestSite;
let verdict: Verdict;
beforeAll(async () => {
  site = await openSeededSite({ now: () => new Date('2026-11-22T12:00:00Z') });
  verdict = await judge(site, 'demo');
}, 120_000);
afterAll(() => site.close());

test('of more than a hundred things that visitors type, 85 % come first and 97 % among the first three', () => {
  const { asked, first, firstThree, misses } = verdict;
  process.stdout.write(`Search over the demonstration, ${asked} queries: ${percent(first)} first, ${percent(firstThree)} among the first three.\n${misses.join('\n')}\n`);
  expect(asked).toBeGreaterThan(100);
  expect(first).toBeGreaterThanOrEqual(0.85);
  expect(firstThree).toBeGreaterThanOrEqual(0.97);
});

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
