import type { Part } from './parts';

/** "8 words out, 21 in, 3 blocks"; "No difference". */
export function countWords({ removed, added, changed }: { removed: number; added: number; changed: readonly Part[] }): string {
  if (changed.length === 0) return 'No difference';
  const words = removed > 0 ? [`${counted(removed, 'word')} out`, ...(added > 0 ? [`${added} in`] : [])] : added > 0 ? [`${counted(added, 'word')} in`] : [];
  const blocks = changed.filter(({ kind }) => kind === 'block').length;
  const fields = changed.length - blocks;
  return [...words, ...(blocks > 0 ? [counted(blocks, 'block')] : []), ...(fields > 0 ? [counted(fields, 'field')] : [])].join(', ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
