import { numberWords, sizeWords } from '../library/words';

/** `1,600 × 1,000` */
export function pixelWords({ width, height }: { width: number; height: number }): string {
  return `${numberWords(width)} × ${numberWords(height)}`;
}

const TYPES: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP', 'image/gif': 'GIF', 'image/avif': 'AVIF', 'image/svg+xml': 'SVG', 'image/tiff': 'TIFF',
};

/** Of the file as it is kept: "JPEG, 45 kB". */
export function fileWords({ mimeType, bytes }: { mimeType: string; bytes: number }): string {
  return `${TYPES[mimeType] ?? mimeType}, ${sizeWords(bytes)}`;
}
