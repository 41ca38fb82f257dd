import type { Html } from '../../platform/html/html';
import { blockType } from '../block-type';
import { fixedReferences } from '../fields/fixed-references';
import { citationHtml } from '../references/citation';
import type { Renderer } from '../references/renderer';
import { markdownLink } from '../rich-text/to-markdown';
import { nameOfReference, schemeOf } from '../rich-text/references';

declare module '../../platform/http/views' {
  interface Views {
    /** `url`: of the page with the whole text; null while there is none. */
    'blocks/note-well': { url: string | null; policies: readonly Html[] };
  }
}

const PAGE = 'page:/about/note-well/';
const POLICIES = ['bcp:78', 'bcp:79', 'bcp:54'];

/** content.md 7.3: the same box wherever somebody may be about to contribute. It points to the rules, it does not restate them. */
export const noteWellBlock = blockType({
  type: 'note-well',
  label: 'Note Well',
  description: 'The reminder of the rules that everybody agrees to who contributes.',
  fields: { references: fixedReferences([PAGE, ...POLICIES]) },
  permission: null,
  example: { references: [PAGE, ...POLICIES] },
  html: (value, render) => render.view('blocks/note-well', {
    url: pageUrl(value.references, render),
    // no source numbers: the box stands on many pages and is not part of their argument
    policies: policies(value.references).map((uri) => citationHtml({ resolve: (ref) => render.resolve(ref), cite: () => null }, uri, null)),
  }),
  markdown(value, render) {
    const links = policies(value.references).map((uri) => markdownLink(nameOfReference(uri), render.resolve(uri)?.url ?? null));
    return `> **Note Well.** Whoever contributes to the IETF agrees to its rules on patents, copyright, conduct and privacy: ${markdownLink('the Note Well', pageUrl(value.references, render))}, ${links.join(', ')}.`;
  },
});

function policies(references: readonly string[]): string[] {
  return references.filter((uri) => schemeOf(uri) !== 'page');
}

function pageUrl(references: readonly string[], render: Renderer): string | null {
  const page = references.find((uri) => schemeOf(uri) === 'page');
  return page === undefined ? null : render.resolve(page)?.url ?? null;
}
