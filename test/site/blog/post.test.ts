import { readingMinutes, shareLinks } from '../../../src/site/blog/post';
import { dateOf, updatedText } from '../../../src/site/listings/dates';
import { NO_COMMON_FIELDS } from '../../../src/cms/pages/page';

test('reading time is in whole minutes, at least one, and none for no text', () => {
  expect(readingMinutes([])).toBeNull();
  expect(readingMinutes(['A short word or two.'])).toBe(1);
  expect(readingMinutes([Array(1100).fill('word').join(' ')])).toBe(5);
});

test('a post’s date is the one given, else that of its first publication', () => {
  const firstPublishedAt = new Date('2025-02-04T10:00:00Z');
  expect(dateOf('2019-09-09T00:00:00Z', { firstPublishedAt })).toEqual(new Date('2019-09-09T00:00:00Z'));
  expect(dateOf(null, { firstPublishedAt })).toBe(firstPublishedAt);
});

describe('the date of the last change', () => {
  const first = new Date('2025-02-04T10:00:00Z');
  const page = (lastPublishedAt: string, updatedOn: string | null = null) => (
    { firstPublishedAt: first, lastPublishedAt: new Date(lastPublishedAt), common: { ...NO_COMMON_FIELDS, updatedOn } }
  );

  test('is not said for corrections within a day', () => {
    expect(updatedText(first, page('2025-02-05T09:59:00Z'), 'UTC')).toBeNull();
  });

  test('is said when a post was published again later', () => {
    expect(updatedText(first, page('2025-03-01T10:00:00Z'), 'UTC')).toEqual({ iso: '2025-03-01', text: '1 March 2025' });
  });

  test('is the day given by hand, whatever the system knows', () => {
    expect(updatedText(first, page('2025-06-01T10:00:00Z', '2025-03-01'), 'UTC')?.iso).toBe('2025-03-01');
    expect(updatedText(first, page('2025-06-01T10:00:00Z', '2025-02-04'), 'UTC')).toBeNull();
  });

  test('is not said for an old text that came here later', () => {
    expect(updatedText(new Date('2012-01-01T00:00:00Z'), page('2025-02-04T10:00:00Z'), 'UTC')).toBeNull();
  });
});

test('sharing is plain links that name what is shared, encoded', () => {
  const links = shareLinks({ title: 'Q & A', url: 'https://www.example.org/blog/q-a/', text: 'Why?' });
  expect(links.map(({ icon }) => icon)).toEqual(['mail', 'linkedin', 'facebook', 'bluesky']);
  expect(links.every(({ url }) => !url.includes(' ') && URL.canParse(url))).toBe(true);
  expect(links[0]!.url).toContain('subject=Q%20%26%20A');
});
