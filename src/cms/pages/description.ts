import { contentTexts } from '../content';
import { getPageType, type Registry } from '../registry';
import type { Site } from '../sites/site';
import type { LivePage } from './page';

const LONGEST = 160;

/** P-06 and P-10: what search engines and shared links say about the page. Never empty. */
export function descriptionOf({ common, content, type }: LivePage, site: Site, registry: Registry): string {
  const { fields, listing } = getPageType(registry, type);
  return common.description ?? common.socialText ?? listing(content as never).introduction
    ?? shortened(contentTexts(fields, content as never)[0] ?? '') ?? site.settings.defaultDescription;
}

/** At a word's end; null when nothing is left. */
export function shortened(text: string, longest = LONGEST): string | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain === '') return null;
  if (plain.length <= longest) return plain;
  return `${plain.slice(0, longest - 1).replace(/\s\S*$/, '')}…`;
}
