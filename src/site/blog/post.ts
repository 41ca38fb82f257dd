/** Slow enough for technical text. */
const WORDS_PER_MINUTE = 220;

/** Whole minutes, at least one; null when there is nothing to read. */
export function readingMinutes(texts: readonly string[]): number | null {
  const words = texts.join(' ').match(/\S+/g)?.length ?? 0;
  return words === 0 ? null : Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

export interface ShareLink {
  readonly label: string;
  readonly url: string;
  readonly icon: string;
}

/** Plain links (BLOG-12): no network learns of a reader who does not follow one. */
export function shareLinks({ title, url, text }: { title: string; url: string; text: string | null }): ShareLink[] {
  const words = text === null ? title : `${title}: ${text}`;
  return [
    { label: 'By mail', icon: 'mail', url: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${words}\n\n${url}`)}` },
    { label: 'LinkedIn', icon: 'linkedin', url: `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(url)}` },
    { label: 'Facebook', icon: 'facebook', url: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}` },
    { label: 'Bluesky', icon: 'bluesky', url: `https://bsky.app/intent/compose?text=${encodeURIComponent(`${title} ${url}`)}` },
  ];
}
