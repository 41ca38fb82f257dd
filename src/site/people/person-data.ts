import { encodePath } from '../../cms/addresses/path';
import { urlOf, type LivePage } from '../../cms/pages/page';
import type { Site } from '../../cms/sites/site';
import { groupUrl } from '../standards/group';
import { absolute, SCHEMA_ORG } from '../structured-data';
import type { RoleHolder } from './queries';
import { isCurrent } from './role';

/** https://schema.org/Person; never with an address for mail. */
export function personData(site: Site, { path }: LivePage, { slug, name, role, about, invented, roles }: RoleHolder, today: string): object {
  const groups = roles.filter((one) => isCurrent(one, today)).flatMap(({ group }) => (group === null ? [] : [group]));
  return {
    '@context': SCHEMA_ORG,
    '@type': 'Person',
    name,
    url: absolute(site, urlOf(encodePath(`${path}/${slug}`))),
    ...(role === null ? {} : { jobTitle: role }),
    ...(about === null ? {} : { description: about }),
    ...(invented ? { disambiguatingDescription: 'Invented for a demonstration; no living person.' } : {}),
    ...(groups.length === 0 ? {} : { memberOf: groups.map((group) => ({ '@type': 'Organization', name: group.name, url: absolute(site, groupUrl(group.acronym)) })) }),
  };
}
