import type { SearchQuery } from './forms';

export type Asked = SearchQuery;

/** The address of a search, its names in the one order of URL-03. The first page and the best match first go without saying. */
export function searchUrl({ query, topic, type, year, sort, page }: Asked): string {
  const names = [
    ['query', query], ...topic.map((value) => ['topic', value]), ...type.map((value) => ['type', value]), ...year.map((value) => ['year', String(value)]),
    ...(sort === 'date' ? [['sort', 'date']] : []), ...(page > 1 ? [['page', String(page)]] : []),
  ];
  return `/search/?${new URLSearchParams(names)}`;
}

/** The same search from its first page on, with something changed. */
export function withChange(asked: Asked, change: Partial<Asked>): string {
  return searchUrl({ ...asked, page: 1, ...change });
}
