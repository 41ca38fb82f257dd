import { encodePath } from '../../cms/addresses/path';
import { listContentReferences } from '../../cms/content';
import { view, type Answer, type ShowContext } from '../../cms/page-type';
import { urlOf, type LivePage } from '../../cms/pages/page';
import type { Renderer } from '../../cms/references/renderer';
import type { RichText } from '../../cms/rich-text/document';
import { richTextToHtml } from '../../cms/rich-text/to-html';
import type { Html } from '../../platform/html/html';
import { inOrder, shortDefinition, termUrl, type Term } from './glossary';
import { singleTermData } from './glossary-data';
import { listPagesWithTerm } from './queries';
import { termFields } from './term';
import { ALL_TERMS } from './term-kind';
import type { GlossaryEntry, TermLink } from './views';

/** Of pages that use a term. */
const MOST = 10;

/** All of them, as the page's own reference brought them. */
export function termsOf(render: Renderer): readonly Term[] {
  return (render.resolve(ALL_TERMS)?.data ?? []) as readonly Term[];
}

export function entryOf(render: Renderer, page: LivePage, term: Term): GlossaryEntry {
  const { key, abbreviation, definition } = term;
  return { ...linkTo(page, term), anchor: `term-${key}`, abbreviation, definition: definitionHtml(render, definition) };
}

/** A term's own page: what it means, where this site uses it, its neighbours in the glossary. Null for an unknown one. */
export async function showTerm({ db, now, site, page, render }: ShowContext<unknown>, key: string): Promise<Answer> {
  const terms = inOrder(termsOf(render));
  const at = terms.findIndex((term) => term.key === key);
  const term = terms[at];
  if (!term) return null;

  const pages = await listPagesWithTerm(db, { siteId: site.id, key, now, limit: MOST });
  const { title, abbreviation, definition } = term;
  return view('glossary/term', {
    title, abbreviation, definition: definitionHtml(render, definition), link: render.link(term.link),
    related: terms.filter((other) => other !== term && listContentReferences(termFields, other).includes(`term:${key}`)).map((other) => linkTo(page, other)),
    pages: pages.map((other) => ({ title: other.title, url: urlOf(encodePath(other.path)) })),
    previous: linkAt(page, terms[at - 1]), next: linkAt(page, terms[at + 1]),
    glossary: { title: page.title, url: urlOf(encodePath(page.path)) },
  }, { title, description: shortDefinition(definition), structuredData: [singleTermData(site, page, term)] });
}

function linkTo({ path }: LivePage, { key, title }: Term): TermLink {
  return { title, url: termUrl(path, key) };
}

function linkAt(page: LivePage, term: Term | undefined): TermLink | null {
  return term ? linkTo(page, term) : null;
}

/** Not through the page's renderer, which would number the sources of every definition and mark terms among terms (GL-03). */
function definitionHtml(render: Renderer, definition: RichText): Html {
  return richTextToHtml(definition, {
    resolve: (uri) => render.resolve(uri), cite: () => null, isChip: (kind) => kind !== 'term',
    picture: (image, place) => render.picture(image, place), heading: (level, text, anchor) => render.heading(level, text, anchor),
  });
}
