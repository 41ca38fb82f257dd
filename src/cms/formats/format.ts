/** The forms in which every page can be had besides HTML. */
export type Format = 'markdown' | 'json';

export const FORMAT_TYPES: Readonly<Record<Format, string>> = { markdown: 'text/markdown', json: 'application/json' };

const FILES: Readonly<Record<Format, string>> = { markdown: 'index.md', json: 'index.json' };

/** Their slugs belong to the engine below every page. */
export const FORMAT_FILES: readonly string[] = Object.values(FILES);

/** `/about/` and `?page=2` → `/about/index.md?page=2` */
export function formatUrl(format: Format, url: string, query = ''): string {
  return url + FILES[format] + query;
}

/** `author/mara/index.md` → Markdown of `author/mara`; of the page itself when nothing stands before it. */
export function splitFormat(rest: string): { format: Format; rest: string } | undefined {
  const format = (Object.keys(FILES) as Format[]).find((name) => rest === FILES[name] || rest.endsWith(`/${FILES[name]}`));
  return format && { format, rest: rest.slice(0, -FILES[format].length).replace(/\/$/, '') };
}

/** `/about/index.md` → `/about/` */
export function withoutFormat(url: string): string {
  return url.slice(0, url.lastIndexOf('/') + 1);
}
