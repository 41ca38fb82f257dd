import type { Kind } from './kinds';

/** `640 bytes`, `45 kB`, `1.2 MB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** `1,234` */
export function numberWords(count: number): string {
  return count.toLocaleString('en-GB');
}

/** `1 image`, `214 images` */
export function countWords({ one, many }: Kind, count: number): string {
  return count === 1 ? `1 ${one}` : `${numberWords(count)} ${many}`;
}

/** `on 6 pages`, `in use`, `unused` */
export function useWords({ pages, used }: { pages: number; used: boolean }): string {
  if (pages === 0) return used ? 'in use' : 'unused';
  return pages === 1 ? 'on 1 page' : `on ${numberWords(pages)} pages`;
}
