import type { PageDeps } from '../deps';
import type { RawAnswer } from '../page-type';
import type { Breadcrumb } from '../pages/frame';
import type { LivePage } from '../pages/page';
import { getPageType, type Registry } from '../registry';
import type { Renderer } from '../references/renderer';
import type { Html } from '../../platform/html/html';
import { contentJson } from './content-json';
import { FORMAT_TYPES, type Format } from './format';
import { htmlToMarkdown } from './html-to-markdown';

/** What is to be written: a page, or what a page answers below its own address. */
export interface Written {
  readonly page: LivePage;
  readonly isPage: boolean;
  /** Absolute: where it is as HTML. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly breadcrumbs: readonly Breadcrumb[];
  /** The page's own view, rendered. */
  readonly body: Html;
  readonly render: Renderer;
}

/** The page as Markdown with front matter, or as JSON: both are described in docs/formats.md. */
export function writeFormat({ registry }: Pick<PageDeps, 'registry'>, written: Written, format: Format): RawAnswer {
  const text = htmlToMarkdown(written.body, written.url);
  const facts = factsOf(registry, written);
  return { contentType: FORMAT_TYPES[format], body: format === 'markdown' ? frontMatter(facts) + text : json(registry, written, facts, text) };
}

type Facts = Readonly<Record<'url' | 'type' | 'title' | 'description' | 'lang' | 'published' | 'updated' | 'status', string | null>>;

/** The dates and the status are the page's: what it answers below its address has none of its own. */
function factsOf(registry: Registry, { page, isPage, url, title, description }: Written): Facts {
  const date = getPageType(registry, page.type).listing(page.content as never).date;
  return {
    url, type: page.type, title, description, lang: page.common.lang,
    published: isPage ? (date === null ? page.firstPublishedAt : new Date(date)).toISOString() : null,
    updated: isPage ? page.common.updatedOn ?? page.lastPublishedAt.toISOString() : null,
    status: isPage ? page.common.status : null,
  };
}

/** YAML takes every JSON string for a string. */
function frontMatter(facts: Facts): string {
  const lines = Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${JSON.stringify(value)}`]));
  return ['---', ...lines, '---', '', ''].join('\n');
}

function json(registry: Registry, { page, isPage, url, breadcrumbs, render }: Written, facts: Facts, text: string): string {
  const content = isPage ? contentJson(getPageType(registry, page.type).fields, page.content as Record<string, unknown>, { render, url }) : null;
  const trail = breadcrumbs.map((crumb) => ({ title: crumb.title, url: crumb.url === null ? url : new URL(crumb.url, url).href }));
  return `${JSON.stringify({ ...facts, breadcrumbs: trail, content, text }, null, 1)}\n`;
}
