import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { createHandler } from './app';
import type { Deps } from './build-deps';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What somebody should mend: `/about/ → /abuot/: 404`. */
export interface BrokenLink {
  readonly page: string;
  readonly link: string;
  readonly problem: string;
}

export interface LinkReport {
  readonly addresses: number;
  readonly broken: readonly BrokenLink[];
}

interface Visited {
  status: number;
  /** Of a redirect. */
  location: string | undefined;
  /** Null where it is no HTML: then any fragment will do. */
  ids: ReadonlySet<string> | null;
  links: readonly string[];
}

/**
 * Follows every link and picture of our own from the home page, in this process: what is dead, what is redirected, what names a
 * place that its page does not have. `deps.sites` must be loaded.
 */
export async function checkLinks(deps: Deps): Promise<LinkReport> {
  const server = http.createServer(createHandler(deps));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try {
    const base = new URL(deps.sites.default()?.baseUrl ?? deps.publicUrl);
    return reportOf(await crawl((address) => visit((server.address() as AddressInfo).port, base, address)));
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
  }
}

async function crawl(load: (address: string) => Promise<Visited>): Promise<Map<string, Visited>> {
  const visited = new Map<string, Visited>();
  const waiting = ['/'];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (visited.has(address)) continue;
    const page = await load(address);
    visited.set(address, page);
    waiting.push(...page.links.map(withoutFragment).filter((link) => !visited.has(link)));
  }
  return visited;
}

/** The host is the site's own, which the server checks; the address that we connect to is this machine's. */
function visit(port: number, base: URL, address: string): Promise<Visited> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path: address, headers: { host: base.host } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject).on('end', () => {
        const status = response.statusCode ?? 0;
        const isHtml = status === 200 && /^text\/html\b/.test(response.headers['content-type'] ?? '');
        const found = isHtml ? elementsOf(parse(Buffer.concat(parts).toString('utf8'))) : [];
        resolve({ status, location: response.headers.location, ids: isHtml ? idsOf(found) : null, links: linksOf(found, base, address) });
      });
    });
    request.on('error', reject);
  });
}

function elementsOf(node: Node): Element[] {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'attrs' in node ? [node, ...inner] : inner;
}

function idsOf(elements: readonly Element[]): Set<string> {
  return new Set(elements.flatMap((element) => valueOf(element, 'id') ?? []));
}

/** Addresses of this site with their fragments, encoded as a browser would ask for them. */
function linksOf(elements: readonly Element[], base: URL, address: string): string[] {
  const written = elements.flatMap((element) => [
    ...(['a', 'area', 'link'].includes(element.tagName) ? [valueOf(element, 'href')] : []),
    ...(['img', 'script', 'source'].includes(element.tagName) ? [valueOf(element, 'src'), ...(valueOf(element, 'srcset') ?? '').split(',').map((one) => one.trim().split(/\s/)[0])] : []),
  ]).filter((link): link is string => link !== undefined && link !== '');
  const here = new URL(address, base);
  return [...new Set(written.filter((link) => URL.canParse(link, here)).map((link) => new URL(link, here)).filter(({ origin }) => origin === base.origin).map(({ pathname, search, hash }) => pathname + search + hash))];
}

function valueOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

function reportOf(visited: ReadonlyMap<string, Visited>): LinkReport {
  const broken = [...visited].flatMap(([page, { links }]) => links.flatMap((link) => {
    const problem = problemOf(visited.get(withoutFragment(link))!, link);
    return problem === undefined ? [] : [{ page, link, problem }];
  }));
  return { addresses: visited.size, broken: visited.get('/')!.status === 200 ? broken : [{ page: '/', link: '/', problem: String(visited.get('/')!.status) }] };
}

function problemOf({ status, location, ids }: Visited, link: string): string | undefined {
  if (location !== undefined) return `${status} to ${location}`;
  if (status !== 200) return String(status);
  const id = decodeURIComponent(link.split('#')[1] ?? '');
  return id === '' || ids === null || ids.has(id) ? undefined : `no place #${id}`;
}

function withoutFragment(link: string): string {
  return link.split('#', 1)[0]!;
}
