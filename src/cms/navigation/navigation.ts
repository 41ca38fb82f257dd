import type { Db } from '../../platform/db/connect';
import { pictureOf } from '../media/renditions';
import { imageFactsOf, type ImageUse } from '../media/picture';
import type { ReferenceKind } from '../reference-kind';
import { resolveReferences, targetOf, type Targets } from '../references/resolve';
import type { Site } from '../sites/site';
import { listNavigationItems, listPublicPaths, type Menu, type NavigationItem } from './queries';

/** A site's menus with everything resolved, as kept in memory for one content version. */
export interface Navigation {
  readonly main: readonly NavigationSection[];
  readonly secondary: readonly NavigationLink[];
  readonly footer: readonly NavigationSection[];
  readonly bottom: readonly NavigationLink[];
  readonly legal: readonly NavigationLink[];
  readonly social: readonly NavigationLink[];
  /** The address of the site's form for problems with its pages; null where it has none that is public. */
  readonly reportForm: string | null;
}

export interface NavigationLink {
  readonly label: string;
  readonly url: string;
  readonly external: boolean;
  readonly icon: string | null;
}

export interface NavigationSection {
  readonly label: string;
  /** Null for a footer column, and for a section whose page is not public. */
  readonly url: string | null;
  readonly introduction: string | null;
  readonly picture: ImageUse | null;
  readonly groups: readonly { readonly heading: string; readonly links: readonly NavigationLink[] }[];
  /** Of a footer column. */
  readonly links: readonly NavigationLink[];
}

/** Three queries, whatever the size. What leads nowhere public is left out, and so is a group that has no link left. */
export async function loadNavigation(db: Db, kinds: ReadonlyMap<string, ReferenceKind>, site: Site, now: Date): Promise<Navigation> {
  const items = await listNavigationItems(db, site.id);
  const { reportForm } = site.settings;
  const uris = [reportForm, ...items.flatMap(({ target, image }) => [target, image])].filter((uri): uri is string => uri !== null);
  const targets = await resolveReferences(db, kinds, uris, now);
  const paths = uris.filter((uri) => uri.startsWith('path:')).map((uri) => pathOf(uri).path);
  const publicPaths = paths.length > 0 ? await listPublicPaths(db, site.id, paths, now) : new Set<string>();

  const resolver = new Resolver(targets, kinds, publicPaths);
  const menus = new Menus(items, resolver);
  return {
    main: menus.sections('main'),
    secondary: menus.links('secondary', null),
    footer: menus.sections('footer'),
    bottom: menus.links('bottom', null),
    legal: menus.links('legal', null),
    social: menus.links('social', null),
    reportForm: resolver.url(reportForm),
  };
}

/** Turns a target into an address that a visitor may follow, or nothing. */
class Resolver {
  constructor(private readonly targets: Targets, private readonly kinds: ReadonlyMap<string, ReferenceKind>, private readonly paths: ReadonlySet<string>) {}

  url(target: string | null): string | null {
    if (target === null) return null;
    if (/^(?:https?|mailto):/.test(target)) return target;
    if (target.startsWith('path:')) return this.urlOfPath(target);
    return targetOf(this.targets, this.kinds, target)?.url ?? null;
  }

  picture(image: string | null): ImageUse | null {
    const target = image === null ? undefined : targetOf(this.targets, this.kinds, image);
    const facts = target && imageFactsOf(target.data);
    return facts ? pictureOf(facts, { ref: image!, alt: null, decorative: true }, 'menu') : null;
  }

  private urlOfPath(target: string): string | null {
    const { path, fragment } = pathOf(target);
    return this.paths.has(path) ? `${path === '/' ? '/' : `${path}/`}${fragment}` : null;
  }
}

class Menus {
  constructor(private readonly items: readonly NavigationItem[], private readonly resolver: Resolver) {}

  sections(menu: Menu): NavigationSection[] {
    return this.children(menu, null).map((item) => ({
      label: item.label,
      url: this.resolver.url(item.target),
      introduction: item.introduction,
      picture: this.resolver.picture(item.image),
      groups: this.groups(menu, item),
      links: this.links(menu, item.id),
    })).filter(({ url, groups, links }) => url !== null || groups.length > 0 || links.length > 0);
  }

  links(menu: Menu, parentId: number | null): NavigationLink[] {
    return this.children(menu, parentId).flatMap(({ label, target, icon }) => {
      const url = this.resolver.url(target);
      return url === null ? [] : [{ label, url, external: /^https?:/.test(url), icon }];
    });
  }

  /** A child without a target is the heading of a group. */
  private groups(menu: Menu, item: NavigationItem): { heading: string; links: NavigationLink[] }[] {
    return this.children(menu, item.id).filter(({ target }) => target === null)
      .map((group) => ({ heading: group.label, links: this.links(menu, group.id) }))
      .filter(({ links }) => links.length > 0);
  }

  private children(menu: Menu, parentId: number | null): NavigationItem[] {
    return this.items.filter((item) => item.menu === menu && item.parentId === parentId);
  }
}

/** `path:/about/#x` → `/about`, `#x` */
function pathOf(target: string): { path: string; fragment: string } {
  const [path = '/', fragment] = target.slice('path:'.length).split('#');
  return { path: path === '/' ? '/' : path.replace(/\/$/, ''), fragment: fragment === undefined ? '' : `#${fragment}` };
}
