import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHandler } from '../../src/app';
import type { Deps } from '../../src/build-deps';
import { createPage } from '../../src/cms/pages/create';
import { NO_COMMON_FIELDS, type CommonFields } from '../../src/cms/pages/page';
import { getPageType } from '../../src/cms/registry';
import { insertSite } from '../../src/cms/sites/queries';
import { publish } from '../../src/cms/workflow/publish';
import { saveRevision } from '../../src/cms/workflow/save-revision';
import { SYSTEM } from '../../src/platform/history/record';
import { createTestDatabase, type TestDatabase } from './database';
import { createSeededDatabase } from './seeded-database';
import { buildTestDeps, type TestDepsOptions } from './test-deps';

/** The whole application on a database of its own, answering on a port of its own. */
export interface TestSite {
  deps: Deps;
  siteId: number;
  /** For supertest: `request(site.server)`. */
  server: Server;
  /** `http://127.0.0.1:40123` */
  origin: string;
  close(): Promise<void>;
}

/** With the demonstration in it. */
export async function openSeededSite(options: TestDepsOptions = {}): Promise<TestSite> {
  return open(await createSeededDatabase(), options);
}

/** A site with nothing but a home page. */
export async function openEmptySite(options: TestDepsOptions = {}): Promise<TestSite> {
  const database = await createTestDatabase();
  await insertSite(database.db, new Date('2026-01-01T00:00:00Z'), {
    key: 'test', name: 'Test', organisation: 'Test Organisation', lang: 'en', timeZone: 'UTC', isDefault: true, baseUrl: null,
    settings: {
      defaultDescription: 'A site for tests.', defaultSharingImage: null, contactEmail: 'contact@example.org', supportEmail: 'support@example.org',
      demonstrationNotice: null, mailArchiveUrl: 'https://mail.example.org', datatrackerUrl: 'https://tracker.example.org', reportForm: null,
    },
  });
  const site = await open(database, options);
  await addPage(site, { path: '/', type: 'home', title: 'Home' });
  return site;
}

async function open(database: TestDatabase, options: TestDepsOptions): Promise<TestSite> {
  const deps = await buildTestDeps(database.url, options);
  await deps.sites.load();
  const server = http.createServer(createHandler(deps));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
    await deps.close();
    await database.close();
  };
  return { deps, siteId: deps.sites.default()!.id, server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

export interface PageToAdd {
  /** `/about/people`; its parent must exist. */
  path: string;
  type?: string;
  title?: string;
  content?: Record<string, unknown>;
  common?: Partial<CommonFields>;
  position?: number;
  published?: boolean;
}

/** A page through the ordinary actions: created, saved, and published unless told otherwise. Gives its id. */
export async function addPage(site: TestSite, page: PageToAdd): Promise<number> {
  const { deps, siteId } = site;
  const type = getPageType(deps.registry, page.type ?? 'standard');
  const slug = page.path === '/' ? '' : page.path.slice(page.path.lastIndexOf('/') + 1);
  const title = page.title ?? `Page ${slug}`;
  const parentPath = page.path.slice(0, page.path.lastIndexOf('/')) || '/';
  const parent = page.path === '/' ? null : await deps.db('pages').where({ siteId, path: parentPath }).whereNull('trashedAt').first<{ id: number }>('id');
  const pageId = await createPage(deps, SYSTEM, { siteId, parentId: parent?.id ?? null, type: type.key, slug, title, position: page.position ?? 0 });
  const revisionId = await savePage(site, pageId, { slug, title, content: page.content ?? type.example, common: page.common ?? {} });
  if (page.published !== false) await publish(deps, SYSTEM, { pageId, revisionId });
  return pageId;
}

/** A new revision, as a draft. Gives its id. */
export async function savePage(
  { deps }: TestSite, pageId: number, draft: { slug: string; title: string; content: Record<string, unknown>; common?: Partial<CommonFields> },
): Promise<number> {
  const saved = await saveRevision(deps, SYSTEM, { ...draft, pageId, base: 'latest', common: { ...NO_COMMON_FIELDS, ...draft.common }, note: null });
  return saved.revisionId;
}
