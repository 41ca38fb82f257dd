import type { ActiveFilter } from '../pages/view-parts';
import { withChange, type Asked } from './address';
import type { Results } from './find';
import { groupOf, type SiteSearch } from './site-search';
import type { Facet } from './views';

const MOST_TOPICS = 8;
const MOST_YEARS = 6;

type Option = Facet['options'][number];

/** What the results can be narrowed by; only facets that tell some from others, or that are in use. */
export function facetsOf(siteSearch: SiteSearch, asked: Asked, results: Results): Facet[] {
  const counted = (count: number): number | null => (results.capped ? null : count);
  const facets: Facet[] = [
    { name: 'type', legend: 'Kind', options: typeOptions(siteSearch, asked, results) },
    { name: 'topic', legend: 'Topic', options: topicOptions(siteSearch, asked, results) },
    { name: 'year', legend: 'Year', options: yearOptions(asked, results) },
  ].map((facet) => ({ ...facet, options: facet.options.map((option) => ({ ...option, count: counted(option.count) })) }));
  return facets.filter(({ options }) => options.length > 1 || options.some(({ checked }) => checked));
}

type Counted = Omit<Option, 'count'> & { count: number };

function typeOptions(siteSearch: SiteSearch, asked: Asked, { types }: Results): Counted[] {
  const options = siteSearch.groups.map((group) => ({
    value: group.value, text: group.plural, checked: asked.type.includes(group.value),
    count: sum(Object.entries(types).filter(([type]) => groupOf(siteSearch, type) === group).map(([, count]) => count)),
  }));
  return options.filter(({ count, checked }) => count > 0 || checked);
}

function topicOptions({ topic }: SiteSearch, asked: Asked, { terms, targets }: Results): Counted[] {
  const keys = [...new Set([...asked.topic, ...Object.keys(terms).filter((uri) => uri.startsWith(`${topic}:`)).map((uri) => uri.slice(topic.length + 1))])];
  const options = keys.map((key) => ({
    value: key, text: targets.get(`${topic}:${key}`)?.label ?? key, count: terms[`${topic}:${key}`] ?? 0, checked: asked.topic.includes(key),
  }));
  return options.sort((one, other) => Number(other.checked) - Number(one.checked) || other.count - one.count || one.text.localeCompare(other.text)).slice(0, MOST_TOPICS);
}

function yearOptions(asked: Asked, { years }: Results): Counted[] {
  const all = [...new Set([...asked.year.map(String), ...Object.keys(years)])]
    .map((year) => ({ value: year, text: year, count: years[year] ?? 0, checked: asked.year.includes(Number(year)) }));
  const most = all.sort((one, other) => Number(other.checked) - Number(one.checked) || other.count - one.count || Number(other.value) - Number(one.value)).slice(0, MOST_YEARS);
  return most.sort((one, other) => Number(other.value) - Number(one.value));
}

/** The filters in use, each with the search without it. */
export function activeFilters(facets: readonly Facet[], asked: Asked): ActiveFilter[] {
  return facets.flatMap(({ name, options }) => options.filter(({ checked }) => checked).map(({ value, text }) => ({ text, removeUrl: withChange(asked, without(asked, name, value)) })));
}

function without(asked: Asked, name: string, value: string): Partial<Asked> {
  if (name === 'year') return { year: asked.year.filter((year) => String(year) !== value) };
  if (name === 'topic') return { topic: asked.topic.filter((topic) => topic !== value) };
  return { type: asked.type.filter((type) => type !== value) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
