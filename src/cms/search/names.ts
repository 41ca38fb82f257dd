/**
 * What one may also call a page: its slug in words, its title without what follows a dash ("Note Well - A reminder of …") and
 * without the abbreviation in parentheses, which is a name too.
 */
export function namesOf(title: string, slug: string): string[] {
  const short = title.split(/ [-–—] /, 1)[0]!;
  const abbreviation = /\(([^()]{2,20})\)/.exec(title)?.[1];
  const bare = short.replace(/\s*\([^()]*\)/g, '');
  return [...new Set([slug.replaceAll('-', ' '), short, bare, ...(abbreviation === undefined ? [] : [abbreviation])])].filter((name) => name.trim() !== '');
}
