import type { Site } from '../../cms/sites/site';
import { absolute, SCHEMA_ORG } from '../structured-data';

/** https://schema.org/Organization and https://schema.org/WebSite with its search box (SEO-06). */
export function homeData(site: Site): object[] {
  const url = absolute(site, '/');
  const organisation = absolute(site, '/#organization');
  return [
    { '@context': SCHEMA_ORG, '@type': 'Organization', '@id': organisation, name: site.organisation, alternateName: site.name, url },
    {
      '@context': SCHEMA_ORG, '@type': 'WebSite', name: site.name, url, publisher: { '@id': organisation }, inLanguage: site.lang,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${absolute(site, '/search/')}?query={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  ];
}
