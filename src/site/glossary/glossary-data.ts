import type { LivePage } from '../../cms/pages/page';
import type { Site } from '../../cms/sites/site';
import { absolute, pageAddress, SCHEMA_ORG } from '../structured-data';
import { shortDefinition, termUrl, type Term } from './glossary';

/** https://schema.org/DefinedTermSet. Names and addresses only: the definitions are on the page already. */
export function termSetData(site: Site, page: LivePage, terms: readonly Term[]): object {
  return {
    '@context': SCHEMA_ORG,
    '@type': 'DefinedTermSet',
    '@id': pageAddress(site, page),
    name: page.title,
    url: pageAddress(site, page),
    inLanguage: page.common.lang,
    hasDefinedTerm: terms.map((term) => termData(site, page, term)),
  };
}

/** https://schema.org/DefinedTerm, of the term's own page. */
export function singleTermData(site: Site, page: LivePage, term: Term): object {
  return {
    '@context': SCHEMA_ORG,
    ...termData(site, page, term),
    description: shortDefinition(term.definition, 500),
    inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': pageAddress(site, page), name: page.title },
  };
}

function termData(site: Site, { path }: LivePage, { key, title, abbreviation }: Term): object {
  return { '@type': 'DefinedTerm', name: title, ...(abbreviation === null ? {} : { termCode: abbreviation }), url: absolute(site, termUrl(path, key)) };
}
