import { formatDay } from '../../platform/dates';
import type { PageView } from '../page-type';
import type { Renderer } from '../references/renderer';
import { bibliographyOf } from '../references/bibliography';
import { encodePath } from '../addresses/path';
import type { PageFrame, StatusBanner } from './frame';
import { urlOf, type LivePage } from './page';
import type { Surroundings } from './surroundings';

/** What a page's own view prints around its text. Made after the text, since rendering numbers headings and sources. */
export function pageFrameOf(
  { page }: { page: LivePage },
  { view, render, surroundings, reportUrl: report }: { view: PageView; render: Renderer; surroundings: Surroundings; reportUrl: string | null },
): PageFrame {
  const published = isoDay(page.firstPublishedAt);
  const updated = page.common.updatedOn ?? isoDay(page.lastPublishedAt);
  return {
    title: view.title ?? page.title,
    url: urlOf(encodePath(page.path)),
    section: surroundings.section,
    contents: page.common.hideToc ? [] : render.headings,
    bibliography: bibliographyOf(render),
    banner: bannerOf(page, render),
    published,
    updated,
    publishedText: formatDay(published),
    updatedText: formatDay(updated),
    reportUrl: report,
  };
}

/** NAV-09: the site's form for problems with what stands at `url`, which is root-relative. Null where there is no form, and on the form itself. */
export function reportUrl(form: string | null, url: string): string | null {
  return form === null || url.startsWith(form) ? null : `${form}?url=${encodeURIComponent(url)}`;
}

const BANNERS = {
  superseded: 'This page has been superseded and is kept for reference.',
  archived: 'This page is kept for reference and no longer updated.',
} as const;

/** P-20 */
function bannerOf({ common }: LivePage, render: Renderer): StatusBanner | null {
  if (common.status === 'current') return null;
  const target = common.successor === null ? undefined : render.resolve(common.successor);
  const successor = target?.url ? { id: Number(target.key), title: target.label, url: target.url } : null;
  return { kind: common.status, text: common.statusNote ?? BANNERS[common.status], successor };
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
