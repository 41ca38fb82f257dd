import { Random } from '../../support/random';
import type { TestSite } from '../../support/site';
import { openSearch } from './open-search';

const PARTS: readonly string[] = [
  '\0', '\u0001', '\u0002', '\u001f', '\u007f', '\ufffd', '\ud800', '\u202e', 'ﬀ', 'İ', 'ß', '½', '²', '💥', '👩‍👩‍👧', 'é', 'e\u0301', '中文', 'ابج', '"', '""', "'", "''", '\\', '\\\\',
  '&', '|', '!', '!!', '(', ')', '((((', ':*', ':A', '<->', '<2>', '-', '--', '- -', '+', '*', '%', '_', '$1', ':name', '::text', '?', '??', '`', '~', '^', '#', '.', '...', '/', '../..',
  'or', 'and', 'not', 'the', 'rfc', 'rfc9110', 'quic', 'ietf', 'a', 'constructor', '__proto__', 'toString', 'null', 'undefined', 'NaN', '1e999', '-1', '0', '٣',
  "'; drop table pages; --", '1 or 1=1', 'union select', '{{7*7}}', '<%= 1 %>', '${1}', '<script>alert(1)</script>', '%00', '%E0%A4%A', '\r\nSet-Cookie: a=b',
  'x'.repeat(250), 'wort '.repeat(40), '"'.repeat(99), '('.repeat(180), 'a-b'.repeat(60), '.a'.repeat(90), '-'.repeat(190), 'ä'.repeat(190), '9'.repeat(190), 'draft-'.repeat(33),
];

/** A query that nobody means well: parts of the list above put together, now and then ten thousand characters of them. */
export function hostileQuery(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(6) }, () => random.pick(PARTS)).join(random.pick(['', ' ', ' -', '"']));
  return random.chance(0.03) ? parts.padEnd(10_000, parts || 'x') : parts;
}

const MORE = ['', '&page=2', '&page=-5', '&type=rfc', '&type=%00&type=x', '&topic=security&year=2021', '&year=999999999999', '&sort=date', '&sort=%27', '&query=second', '&type[]=a&__proto__[x]=1'];

/** Gives what was answered with 500 or above, or after more than a second. */
export async function attack(site: TestSite, count: number, seed: number): Promise<string[]> {
  const random = new Random(seed);
  const bad: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const query = hostileQuery(random).replace(/\p{Surrogate}/gu, '\ufffd');
    const more = random.pick(MORE);
    const { status, milliseconds } = await openSearch(site, query, more);
    if (status >= 500 || ![200, 400, 414, 431].includes(status) || milliseconds > 1_000) bad.push(`${status} after ${milliseconds.toFixed(0)} ms: ${JSON.stringify(query.slice(0, 300))} ${more}`);
  }
  return bad;
}
