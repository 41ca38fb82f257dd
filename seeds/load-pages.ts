import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { contentFromPortable, mapContentReferences } from '../src/cms/content';
import { commonFieldsFromPortable, mapCommonReferences } from '../src/cms/pages/common-fields';
import { createPage } from '../src/cms/pages/create';
import { urlOf } from '../src/cms/pages/page';
import { countedIds, portable } from '../src/cms/portable';
import { getPageType } from '../src/cms/registry';
import { publish } from '../src/cms/workflow/publish';
import { saveRevision } from '../src/cms/workflow/save-revision';
import { SYSTEM } from '../src/platform/history/record';
import { DEMO, readJson } from './demo-files';
import type { SeedDeps } from './load';
import { translator, type Known } from './references';

const pageFile = z.looseObject({
  type: z.string(), title: z.string(), position: z.number().int(), publishedAt: z.iso.datetime(), content: z.record(z.string(), z.unknown()),
});

export interface PageFile {
  /** `/about/introduction`; the home page is `/`. */
  path: string;
  page: z.infer<typeof pageFile>;
}

/** Every `page.json` below `seeds/demo`, parents before children. */
export function readPages(): PageFile[] {
  const files = (fs.readdirSync(DEMO, { recursive: true }) as string[]).filter((file) => path.basename(file) === 'page.json');
  const pages = files.map((file) => ({ path: `/${path.dirname(file).split(path.sep).join('/')}`.replace(/\/\.$/, '/'), page: read(file) }));
  return pages.sort((one, other) => depth(one.path) - depth(other.path) || one.page.position - other.page.position || one.path.localeCompare(other.path));
}

/** Gives `page:/about/` → `page:2` for every page. */
export async function createPages(deps: SeedDeps, siteId: number, files: readonly PageFile[]): Promise<Known> {
  const ids = new Map<string, number>();
  for (const { path: place, page } of files) {
    const parentId = place === '/' ? null : ids.get(path.posix.dirname(place));
    if (parentId === undefined) throw new Error(`seeds/demo has no page above ${place}`);
    const slug = path.posix.basename(place);
    ids.set(place, await createPage(deps, SYSTEM, { siteId, parentId, type: page.type, slug, title: page.title, position: page.position }));
  }
  return Object.fromEntries([...ids].map(([place, id]) => [`page:${urlOf(place)}`, `page:${id}`]));
}

/** Rich text from HTML, references by id, then the ordinary two steps: save a revision, publish it. */
export async function publishPages(deps: SeedDeps, files: readonly PageFile[], known: Known): Promise<void> {
  const translate = translator(known);
  for (const { path: place, page } of files) {
    const { fields } = getPageType(deps.registry, page.type);
    const pageId = Number(known[`page:${urlOf(place)}`]!.slice('page:'.length));
    const content = mapContentReferences(fields, contentFromPortable(fields, page.content, portable(countedIds())), translate);
    const common = mapCommonReferences(commonFieldsFromPortable(page), translate);
    try {
      const { revisionId } = await saveRevision(deps, SYSTEM, { pageId, base: 'latest', title: page.title, slug: path.posix.basename(place), common, content, note: null });
      await publish(deps, SYSTEM, { pageId, revisionId, publishedAt: new Date(page.publishedAt) });
    } catch (error) {
      throw new Error(`seeds/demo${place}/page.json: ${explain(error)}`, { cause: error });
    }
  }
}

function read(file: string): z.infer<typeof pageFile> {
  try {
    return pageFile.parse(readJson(file));
  } catch (error) {
    throw new Error(`seeds/demo/${file}: ${explain(error)}`, { cause: error });
  }
}

function explain(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'problems' in error) return JSON.stringify(error.problems);
  return error instanceof Error ? error.message : String(error);
}

function depth(place: string): number {
  return place === '/' ? 0 : place.split('/').length - 1;
}
