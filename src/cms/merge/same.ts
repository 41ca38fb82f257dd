/**
 * A value as a text that is equal for equal values, whatever the order of its keys: the database keeps an order of its own.
 * An editor's rich text says also what is not set (`align: null`), ours leaves it out; both mean the same.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? 'undefined';
}

export function same(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name, part]) => !isUnset(name, part));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, name === 'attrs' ? ordered(setAttrs(part)) : ordered(part)]));
}

function isUnset(name: string, part: unknown): boolean {
  if (name === 'marks') return Array.isArray(part) && part.length === 0;
  return name === 'attrs' && Object.keys(setAttrs(part)).length === 0;
}

function setAttrs(attrs: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attrs ?? {}).filter(([name, value]) => value !== null && !(name === 'start' && value === 1)));
}
