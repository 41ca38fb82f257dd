import { z } from 'zod';
import { formatMonth } from '../../platform/dates';

/** What everything that prints an RFC knows of it. `date` is an ISO day of which only month and year are meant. */
export interface Rfc {
  readonly number: number;
  readonly title: string;
  readonly status: string;
  readonly stream: string;
  readonly date: string;
  /** "R. Fielding, Ed.": as the title page has them; an author may be a group. */
  readonly authors: readonly string[];
  /** Acronym; of a group that we may not know. */
  readonly group: string | null;
  readonly draft: string | null;
  /** "STD 97", "BCP 14" */
  readonly series: readonly string[];
  /** Paragraphs with an empty line between. */
  readonly abstract: string | null;
  readonly obsoletes: readonly number[];
  readonly obsoletedBy: readonly number[];
  readonly updates: readonly number[];
  readonly updatedBy: readonly number[];
}

const numbers = z.array(z.number());

export const rfcShape = {
  number: z.number(), title: z.string(), status: z.string(), stream: z.string(), date: z.string(), authors: z.array(z.string()),
  group: z.string().nullable(), draft: z.string().nullable(), series: z.array(z.string()), abstract: z.string().nullable(),
  obsoletes: numbers, obsoletedBy: numbers, updates: numbers, updatedBy: numbers,
};

/** The row that `RFC_FACTS` selects. */
export const rfcSchema: z.ZodType<Rfc> = z.object(rfcShape);

/** jsonb of one RFC `r`, in the shape of `Rfc`. */
export const RFC_FACTS = `jsonb_build_object(
  'number', r.number, 'title', r.title, 'status', r.status, 'stream', r.stream, 'date', to_char(r.published_on, 'YYYY-MM-DD'),
  'authors', to_jsonb(r.authors), 'group', r.group_acronym, 'draft', r.draft_name, 'series', to_jsonb(r.series), 'abstract', r.abstract)
  || (select jsonb_build_object(
    'obsoletes', coalesce(jsonb_agg(x.other order by x.other) filter (where x.relation = 'obsoletes'), '[]'),
    'obsoletedBy', coalesce(jsonb_agg(x.other order by x.other) filter (where x.relation = 'obsoleted-by'), '[]'),
    'updates', coalesce(jsonb_agg(x.other order by x.other) filter (where x.relation = 'updates'), '[]'),
    'updatedBy', coalesce(jsonb_agg(x.other order by x.other) filter (where x.relation = 'updated-by'), '[]'))
    from rfc_relations x where x.number = r.number)`;

/** "R. Fielding, M. Nottingham, Ed.": the first three, then "et al." Null when nobody is named. */
export function namesOf(authors: readonly string[]): string | null {
  if (authors.length === 0) return null;
  return authors.length > 3 ? `${authors.slice(0, 3).join(', ')}, et al.` : authors.join(', ');
}

/** The name alone, and whether it is one of a person: those have initials, groups have not. */
export function authorOf(printed: string): { name: string; isPerson: boolean } {
  const name = printed.replace(/, Ed\.$/, '');
  return { name, isPerson: /(^|\s)\S{1,3}\./.test(name) };
}

/** "Internet Standard, June 2022" */
export function statusLine(rfc: Pick<Rfc, 'status' | 'date'>): string {
  return `${rfc.status}, ${formatMonth(rfc.date)}`;
}

/** "STD 97, Internet Standard, obsoletes RFC 7230": what a reader of a bibliography has to know. */
export function bibliographyLine(rfc: Rfc): string {
  const relations = [relation('obsoletes', rfc.obsoletes), relation('obsoleted by', rfc.obsoletedBy), relation('updated by', rfc.updatedBy)];
  return [...rfc.series, rfc.status, ...relations].filter((part) => part !== null).join(', ');
}

/** Long chains say more in the RFC's own page than here. */
const MOST_RELATED = 4;

function relation(verb: string, numbers: readonly number[]): string | null {
  if (numbers.length === 0) return null;
  const shown = numbers.slice(0, MOST_RELATED).map((number) => `RFC ${number}`).join(', ');
  return `${verb} ${shown}${numbers.length > MOST_RELATED ? ' and others' : ''}`;
}
