import { z } from 'zod';
import { FORMAT_FILES } from '../formats/format';

/** First segments that belong to the program (content.md S-10): no page at a site's top level may take them. */
export const RESERVED = new Set([
  'admin', 'api', 'apple-touch-icon.png', 'csp-report', 'documents', 'favicon.ico', 'favicon.svg', 'forms', 'healthz', 'icon-192.png', 'icon-512.png', 'media', 'meetings.ics', 'misc', 'opensearch.xml', 'preview', 'readyz',
  'robots.txt', 'search', 'sign-in', 'sign-out', 'site.webmanifest', 'sitemap.xml', 'static', 'unlock', '.well-known',
]);

/** One segment of an address. New ones are lower case (rule 1); old ones with capitals are addresses, not slugs. */
export const slugSchema = z.string().min(1, 'A slug is needed.').max(255)
  .regex(/^[a-z0-9][a-z0-9_.-]*$/, 'Use lower-case letters, digits, hyphens, dots and underscores.')
  .refine((slug) => !slug.includes('..'), 'Two dots in a row are not allowed.')
  .refine((slug) => !/^sitemap-\d+\.xml$/.test(slug), 'This name belongs to the parts of the sitemap.')
  .refine((slug) => !FORMAT_FILES.includes(slug), 'This name belongs to the other forms of a page.');

/** "Über uns" → "uber-uns" */
export function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'page';
}
