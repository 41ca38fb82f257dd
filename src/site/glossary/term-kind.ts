import { z } from 'zod';
import { listContentReferences } from '../../cms/content';
import type { ReferenceKind } from '../../cms/reference-kind';
import { richTextToText } from '../../cms/rich-text/to-text';
import { snippetCompletion } from '../../cms/snippets/snippet-completion';
import { termSearch } from '../search/term-search';
import { termUrl, type Term } from './glossary';
import { termFields, type TermContent } from './term';

const KEY = /^[a-z0-9][a-z0-9-]{0,100}$/;

const content = z.custom<TermContent>((value) => typeof value === 'object' && value !== null); // checked when it was saved
const row = z.object({ content, glossary: z.string().nullable() });

/** `term:working-group` leads to the term's own page below the glossary; without a glossary it is a word with an explanation. */
export const termKind: ReferenceKind = {
  kind: 'term',
  label: 'Glossary term',
  inline: 'link',
  bibliographic: false,
  parseKey: (key) => (KEY.test(key) ? key : undefined),
  search: termSearch,
  select: {
    sql: `select 'term' as kind, s.key, jsonb_build_object('content', s.content, 'glossary', (select path_of_type('glossary', ?))) as data
      from snippets s where s.type = 'term' and s.key = any(?::text[])`,
    bindings: (keys, now) => [now, keys],
  },
  complete: snippetCompletion('term', `jsonb_build_object('content', s.content, 'glossary', null)`),
  target(key, data) {
    const { content: term, glossary } = row.parse(data);
    const title = richTextToText(term.definition);
    return { kind: 'term', key, label: term.title, title, url: glossary === null ? null : termUrl(glossary, key), detail: null, data: term, inner: [] };
  },
};

const ALL = 'terms';

export const ALL_TERMS = `glossary:${ALL}`;

const terms = z.array(z.object({ key: z.string(), content }));

/**
 * `glossary:terms`, every term at once, which only the glossary refers to: so its terms, and all that their definitions
 * cite, come with the queries that resolve the references of any page. `data` is `Term[]`.
 */
export const allTermsKind: ReferenceKind = {
  kind: 'glossary',
  label: 'All glossary terms',
  inline: 'none',
  bibliographic: false,
  parseKey: (key) => (key === ALL ? key : undefined),
  select: {
    sql: `select 'glossary' as kind, '${ALL}' as key, coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'content', s.content)), '[]') as data
      from snippets s where s.type = 'term'`,
    bindings: () => [],
  },
  target(key, data) {
    const all: Term[] = terms.parse(data).map((term) => ({ ...term.content, key: term.key }));
    const inner = new Set(all.flatMap((term) => listContentReferences(termFields, term)));
    return { kind: 'glossary', key, label: 'Glossary', title: null, url: null, detail: null, data: all, inner: [...inner] };
  },
};
