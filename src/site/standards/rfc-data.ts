import type { Site } from '../../cms/sites/site';
import { absolute, SCHEMA_ORG } from '../structured-data';
import { authorOf } from './rfc';
import type { RfcDetail } from './rfc-detail';
import { editorInfoUrl } from './rfc-urls';

/** https://schema.org/TechArticle. The document itself is the RFC Editor's; the page tells of it. */
export function rfcData(site: Site, rfc: RfcDetail, url: string): object {
  return {
    '@context': SCHEMA_ORG, '@type': 'TechArticle', headline: `RFC ${rfc.number}: ${rfc.title}`, mainEntityOfPage: absolute(site, url), inLanguage: 'en',
    datePublished: rfc.date.slice(0, rfc.day === null ? 'YYYY-MM'.length : 'YYYY-MM-DD'.length),
    author: rfc.authors.map(authorOf).map(({ name, isPerson }) => ({ '@type': isPerson ? 'Person' : 'Organization', name })),
    publisher: { '@type': 'Organization', name: 'RFC Editor', url: 'https://www.rfc-editor.org/' },
    isPartOf: { '@type': 'CreativeWorkSeries', name: 'Request for Comments', issn: '2070-1721' },
    sameAs: [editorInfoUrl(`rfc${rfc.number}`), ...(rfc.doi === null ? [] : [`https://doi.org/${rfc.doi}`])],
    ...(rfc.doi === null ? {} : { identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: rfc.doi } }),
    ...(rfc.keywords.length === 0 ? {} : { keywords: rfc.keywords.join(', ') }),
  };
}
