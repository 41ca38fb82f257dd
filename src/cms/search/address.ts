import { queryString, type ListQuery } from '../pages/pager';
import type { SearchQuery } from './forms';

export type Asked = SearchQuery;

export const SEARCH_PATH = '/search/';

/** The address of a search. The first page goes without saying. */
export function searchUrl(asked: Asked): string {
  return SEARCH_PATH + queryString([...listQueryOf(asked), ['page', asked.page > 1 ? asked.page : null]]);
}

/** The same search from its first page on, with something changed. */
export function withChange(asked: Asked, change: Partial<Asked>): string {
  return searchUrl({ ...asked, page: 1, ...change });
}

/** A search without its page, its names in the one order of URL-03. The best match first goes without saying. */
export function listQueryOf({ query, topic, type, year, sort }: Asked): ListQuery {
  const several = (name: string, values: readonly (string | number)[]): ListQuery => values.map((value) => [name, value] as const);
  return [['query', query], ...several('topic', topic), ...several('type', type), ...several('year', year), ['sort', sort === 'date' ? sort : null]];
}
