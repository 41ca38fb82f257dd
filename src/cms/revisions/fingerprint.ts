import { createHash } from 'node:crypto';
import { canonical } from '../merge/same';
import type { PageText } from './page-text';

/** Of what a save brought: equal for equal texts. The history line keeps it, so that the same save is known when it comes again. */
export function fingerprint({ title, slug, common, content }: PageText): string {
  return createHash('sha256').update(canonical({ title, slug, common, content })).digest('base64url');
}
