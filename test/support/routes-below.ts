import type { AnyPageType } from '../../src/cms/page-type';
import { listPublicPages } from './public-pages';
import type { TestSite } from './site';

/** What stands for the parameters of addresses below a page. A new route with parameters fails wherever this is used until it has a sample. */
const SAMPLES: Readonly<Record<string, string>> = {
  author: 'mara-lindqvist', topic: 'security', term: 'working-group', person: 'mara-lindqvist', number: '9110', status: 'internet-standard', stream: 'ietf', year: '2022',
};

/** Where another sample than the usual one is needed. */
const SPECIAL: Readonly<Record<string, string>> = { 'bcp/:number/': 'bcp/14/', 'std/:number/': 'std/97/', 'fyi/:number/': 'fyi/36/' };

/** Addresses below a page that its type answers itself, one for each of its routes. */
export function routesBelow({ url, type }: { url: string; type: AnyPageType }): string[] {
  return type.routes.map(({ path }) => url + (SPECIAL[path] ?? path.replace(/:(\w+)/g, (_, name: string) => {
    if (!Object.hasOwn(SAMPLES, name)) throw new Error(`${type.key} has a route ${path}: say in SAMPLES what may stand for ${name}`);
    return SAMPLES[name]!;
  })));
}

/** Of the demonstration: one address for every route of every page type, below the first page of that type; pages only, or files too. */
export async function listRoutesBelow(site: TestSite, which: 'pages' | 'all'): Promise<string[]> {
  const pages = await listPublicPages(site);
  const found = [...site.deps.registry.pageTypes.values()].flatMap((type) => {
    const page = pages.find((candidate) => candidate.type === type.key);
    return page ? routesBelow({ url: page.url, type }) : [];
  });
  return which === 'all' ? found : found.filter((url) => url.endsWith('/') && !/\/feed\/(atom\/)?$/.test(url));
}
