import { encodePath } from '../cms/addresses/path';
import { urlOf, type LivePage } from '../cms/pages/page';
import type { Site } from '../cms/sites/site';

/** schema.org objects that several page types print. Addresses are absolute, from the site's own base address. */

export const SCHEMA_ORG = 'https://schema.org';

export function absolute(site: Site, url: string): string {
  return new URL(url, site.baseUrl).href;
}

/** A page's own address, as its canonical link gives it. */
export function pageAddress(site: Site, { path }: Pick<LivePage, 'path'>): string {
  return absolute(site, urlOf(encodePath(path)));
}

/** https://schema.org/Organization, by reference: the home page describes it. */
export function organisationRef(site: Site): object {
  return { '@type': 'Organization', '@id': absolute(site, '/#organization'), name: site.organisation, url: absolute(site, '/') };
}
