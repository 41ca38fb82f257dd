/** `1 page`, `3 pages` */
export function pages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** `second`, `13th` */
export function ordinal(number: number): string {
  const word = ORDINALS[number - 1];
  if (word !== undefined) return word;
  const teens = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teens ? 'th' : ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`;
}

/** `A, B and C` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
