import type { Site } from '../sites/site';

/** RFC 9309. An instance that is not the real site (setting ROBOTS) asks to be left out altogether. */
export function robotsTxt({ baseUrl }: Site, robots: 'allow' | 'deny'): string {
  const rules = robots === 'allow' ? ['Disallow: /admin', 'Disallow: /search/'] : ['Disallow: /'];
  return lines(['User-agent: *', ...rules, '', `Sitemap: ${baseUrl}/sitemap.xml`]);
}

/** RFC 9116. It expires within a year, always at the beginning of a month, so that it stays the same for long and can be cached. */
export function securityTxt({ baseUrl, lang, settings }: Site, now: Date): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth()));
  return lines([
    `Contact: mailto:${settings.supportEmail}`,
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${lang}`,
    `Canonical: ${baseUrl}/.well-known/security.txt`,
  ]);
}

function lines(list: readonly string[]): string {
  return `${list.join('\n')}\n`;
}
