import { z } from 'zod';
import { encodePath } from '../../cms/addresses/path';
import { fixedReferences } from '../../cms/fields/fixed-references';
import { link } from '../../cms/fields/link';
import { list } from '../../cms/fields/list';
import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import type { ContentOf } from '../../cms/field';
import { NO_LISTING, pageType, redirectTo, view, type Answer, type ShowContext } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { queryString } from '../../cms/pages/pager';
import { parseQuery } from '../../cms/search/words';
import { inLowerCase } from '../listings/in-lower-case';
import { highlightOf } from '../snippets/highlight';
import { highlightFields } from '../streams';
import { byInitial, type Term } from './glossary';
import { termSetData } from './glossary-data';
import { glossarySitemap } from './glossary-sitemap';
import { listMatchingTerms } from './queries';
import { ALL_TERMS } from './term-kind';
import { entryOf, showTerm, termsOf } from './term-page';

const fields = {
  introduction: optional(text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' })),
  relatedLinks: list({ label: 'You might be interested in', of: link({ label: 'Link', required: true }), max: 20 }),
  ...highlightFields,
  terms: fixedReferences([ALL_TERMS]),
};

/** What was typed: the first of several, nothing of what is no text. */
const query = z.object({
  query: z.union([z.string(), z.array(z.string()).transform((all) => all[0])]).optional().catch(undefined),
});

/** content.md 4.13: all terms on one page, and below it a page for each. */
export const glossaryPage = pageType({
  key: 'glossary',
  label: 'Glossary',
  description: 'All glossary terms from A to Z, each with an address of its own.',
  fields,
  version: 1,
  parents: 'any',
  children: [],
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  show: showGlossary,
  query,
  sitemap: glossarySitemap,
  routes: [inLowerCase({ path: ':term/', query: z.object({}), show: (context, { params }) => showTerm(context, params['term']!) })],
  example: { introduction: 'What the words mean that everybody here uses and nobody explains.', relatedLinks: [], callToAction: null, signUp: null, terms: [ALL_TERMS] },
});

async function showGlossary(context: ShowContext<ContentOf<typeof fields>>): Promise<Answer> {
  const { db, site, page, content, render } = context;
  const url = urlOf(encodePath(page.path));
  const typed = context.query['query'] as string | undefined;
  if (typed?.trim() === '') return redirectTo(url, 302);

  const asked = parseQuery(typed ?? '');
  const searched = asked.ok && asked.text !== '';
  const terms = searched ? await matching(db, termsOf(render), asked.text) : termsOf(render);
  const initials = byInitial(terms).map(({ terms: entries, ...initial }) => ({ ...initial, entries: entries.map((term) => entryOf(render, page, term)) }));
  return view('glossary/glossary', {
    introduction: content.introduction, url, query: asked.text, problem: asked.ok ? null : asked.problem, total: terms.length, initials,
    highlight: highlightOf(render, content),
  }, {
    noindex: typed !== undefined, canonicalQuery: searched ? queryString([['query', asked.text]]) : '',
    structuredData: searched ? [] : [termSetData(site, page, terms)],
  });
}

async function matching(db: ShowContext<unknown>['db'], terms: readonly Term[], asked: string): Promise<Term[]> {
  const keys = new Set(await listMatchingTerms(db, asked));
  return terms.filter(({ key }) => keys.has(key));
}
