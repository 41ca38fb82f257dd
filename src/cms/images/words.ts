/** `640 bytes`, `45 kB`, `1.2 MB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** `1,600 × 1,000` */
export function pixelWords({ width, height }: { width: number; height: number }): string {
  return `${numberWords(width)} × ${numberWords(height)}`;
}

/** `1,234` */
export function numberWords(count: number): string {
  return count.toLocaleString('en-GB');
}

/** `1 image`, `214 images` */
export function imageWords(count: number): string {
  return count === 1 ? '1 image' : `${numberWords(count)} images`;
}

export function pageWords(count: number): string {
  return count === 1 ? '1 page' : `${numberWords(count)} pages`;
}

const KINDS: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP', 'image/gif': 'GIF', 'image/avif': 'AVIF', 'image/svg+xml': 'SVG', 'image/tiff': 'TIFF',
};

/** Of the file as it is kept. */
export function kindWords(mimeType: string): string {
  return KINDS[mimeType] ?? mimeType;
}
