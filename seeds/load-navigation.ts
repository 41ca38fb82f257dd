import { z } from 'zod';
import { insertNavigationItem, type Menu, type NavigationItem } from '../src/cms/navigation/queries';
import { changeSite } from '../src/cms/sites/change';
import { SYSTEM } from '../src/platform/history/record';
import type { Db } from '../src/platform/db/connect';
import { readJson } from './demo-files';
import type { SeedDeps } from './load';
import type { Known } from './references';

const link = z.strictObject({ label: z.string(), url: z.string(), icon: z.string().optional() });
const navigation = z.strictObject({
  main: z.array(z.strictObject({
    label: z.string(), url: z.string(), introduction: z.string(), image: z.string(),
    groups: z.array(z.strictObject({ heading: z.string(), links: z.array(link) })),
  })),
  secondary: z.array(link),
  footer: z.array(z.strictObject({ heading: z.string(), links: z.array(link) })),
  bottom: z.array(link),
  legal: z.array(link),
  social: z.array(link),
});

type Line = Partial<NavigationItem> & { label: string };

/** Menus, footer and social links complete; what has no page yet is kept as an address and stays hidden until it has one. */
export async function loadNavigation(deps: SeedDeps, siteId: number, known: Known): Promise<void> {
  const { main, footer, ...flat } = navigation.parse(readJson('navigation.json'));
  await changeSite(deps, siteId, SYSTEM, async ({ trx, tell }) => {
    const lines = new Lines(trx, siteId);
    for (const section of main) {
      const { label, url, introduction, image } = section;
      const id = await lines.add('main', null, { label, target: targetOf(url, known), introduction, image: known[image] ?? null });
      for (const group of section.groups) await lines.addGroup('main', id, group, known);
    }
    for (const column of footer) await lines.addGroup('footer', null, column, known);
    for (const [menu, links] of Object.entries(flat)) {
      for (const { label, url, icon } of links) await lines.add(menu as Menu, null, { label, target: targetOf(url, known), icon: icon ?? null });
    }
    await tell({ action: 'navigation.changed', objectType: 'site', objectId: String(siteId), siteId });
  });
}

class Lines {
  private position = 0;

  constructor(private readonly trx: Db, private readonly siteId: number) {}

  add(menu: Menu, parentId: number | null, line: Line): Promise<number> {
    this.position += 1;
    return insertNavigationItem(this.trx, this.siteId, {
      menu, parentId, position: this.position, target: null, introduction: null, image: null, icon: null, ...line,
    });
  }

  async addGroup(menu: Menu, parentId: number | null, group: { heading: string; links: { label: string; url: string }[] }, known: Known): Promise<void> {
    const id = await this.add(menu, parentId, { label: group.heading });
    for (const { label, url } of group.links) await this.add(menu, id, { label, target: targetOf(url, known) });
  }
}

/** `/about/#mission` → `page:2#mission`, or `path:/about/#mission` while there is no such page. */
function targetOf(url: string, known: Known): string {
  if (!url.startsWith('/')) return url;
  const [path = '/', fragment] = url.split('#');
  const page = known[`page:${path}`];
  return `${page ?? `path:${path}`}${fragment === undefined ? '' : `#${fragment}`}`;
}
