/** What a field needs to read portable content: ids for blocks that have none yet, and where we are for error messages. */
export interface Portable {
  /** A new stable id, unique within the page. */
  newId(): string;
  /** Where in the content the value stands, such as `keyInfo.2.text`. */
  readonly at: string;
  /** The same for a part of the value. */
  within(name: string | number): Portable;
}

export function portable(newId: () => string, at = ''): Portable {
  return { newId, at, within: (name) => portable(newId, at === '' ? String(name) : `${at}.${name}`) };
}

/** For seeds: 1, 2, 3 … so that the same file always gives the same ids. */
export function countedIds(): () => string {
  let last = 0;
  return () => `b${(last += 1)}`;
}
