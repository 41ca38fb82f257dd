import { encodePath } from '../../cms/addresses/path';
import { urlOf } from '../../cms/pages/page';

export type SeriesKind = 'bcp' | 'std' | 'fyi';

const EDITOR = 'https://www.rfc-editor.org';

/** The page type whose one public page the addresses of RFCs and sub-series begin with. */
export const RFC_LIST = 'rfc-list';

/** SQL for that page's path, or null; one value to bind, the moment. Evaluated once, however many rows ask. */
export const RFC_LIST_PATH = `(select path_of_type('${RFC_LIST}', ?))`;

/** Our own page of the RFC where there is one, else the RFC Editor's. `listPath`: what `RFC_LIST_PATH` gave. */
export function rfcUrl(number: number, listPath: string | null): string {
  return listPath === null ? rfcFileUrl(number, 'html') : `${urlOf(encodePath(listPath))}${number}/`;
}

export function seriesUrl(kind: SeriesKind, number: number | string, listPath: string | null): string {
  return listPath === null ? editorInfoUrl(`${kind}${number}`) : `${urlOf(encodePath(listPath))}${kind}/${number}/`;
}

/** The text itself. */
export function rfcFileUrl(number: number, extension: string): string {
  return `${EDITOR}/rfc/rfc${number}.${extension}`;
}

/** What the RFC Editor says of it: `rfc9110`, `bcp14`. */
export function editorInfoUrl(name: string): string {
  return `${EDITOR}/info/${name}`;
}
