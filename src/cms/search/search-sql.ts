/**
 * The search as one statement, in steps that each look at fewer rows more closely:
 * `strict`: some hundred documents each that are called so, have all the words in the title, in the head, in the text, from GIN
 * indexes; `pool`: only if there are none, those with all but one of the words, or any; `fitting`: what fits the filters, in a first
 * order by what costs little; `close`: the first sixty, weighed in full. Extracts are made for one page of hits only.
 */

/** How many of each are looked at: of a word that is everywhere nobody reads the thousandth result. */
const MOST = { name: 50, title: 500, head: 300, text: 300, newest: 1_000 };

/** How many of them are weighed in full. */
const WEIGHED = 60;

/** Weights of D (unused), C text, B summary and keywords, A title and names. */
const WEIGHTS = `'{0, 0.12, 0.4, 1}'`;

const COLUMNS = 'd.kind, d.key, d.type, d.terms, d.year, d.date, d.title, d.boost, d.fades_on, d.name_keys, d.head';

const FITS_TYPE = '(:types::text[] is null or type = any(:types::text[]))';
const FITS_TERM = '(:terms::text[] is null or terms && :terms::text[])';
const FITS_YEAR = '(:years::int[] is null or year = any(:years::int[]))';

/** Rule 4 for pages; other kinds are public if the page that carries their addresses is, and the collection that they are in. */
const IS_PUBLIC = `(d.page_id is null and d.kind <> all(select kind from closed) and (d.collection_id is null or may_have_files(d.collection_id, :now, null))
  or d.site_id = :siteId and is_visible(p, :now))`;

/** Asked of the whole text, also where the wanted words are looked for in the title only. */
const NOT_UNWANTED = "(:unwanted = '' or not d.words @@ search_query(:unwanted))";

type Place = keyof typeof MOST;

/**
 * Some public documents that answer a condition, in no order. The inner select is fenced off (`offset 0`), or the planner, hoping to
 * fill the limit soon, would walk the table and read every text.
 */
function some(place: Place, condition: string): string {
  return `(select ${COLUMNS}, '${place}' as place from (select * from search_documents d where ${condition} and ${NOT_UNWANTED} offset 0) d
    left join pages p on p.id = d.page_id where ${IS_PUBLIC} limit ${MOST[place]})`;
}

/** The newest of them all, for those who sort by date. */
function newest(condition: string): string {
  return `(select ${COLUMNS}, 'newest' as place from search_documents d left join pages p on p.id = d.page_id
    where ${condition} and ${NOT_UNWANTED} and ${IS_PUBLIC} order by d.date desc nulls last limit ${MOST.newest})`;
}

const NAMED = 'd.name_keys @> array[search_key(:typed)]';
const IN_TITLE = 'd.head @@ search_query(:inTitle)';
const IN_HEAD = 'd.head @@ search_query(:all)';
const IN_TEXT = 'd.words @@ search_query(:all)';

const BEST = `${some('name', NAMED)}
  union all ${some('title', `${IN_TITLE} and not ${NAMED}`)}
  union all ${some('head', `${IN_HEAD} and not ${IN_TITLE} and not ${NAMED}`)}
  union all ${some('text', `${IN_TEXT} and not ${IN_HEAD} and not ${NAMED}`)}`;

/** Filters look at more than what is shown without them, where that was cut off. */
const FILTERED = `union all select * from ${some('head', `${IN_TEXT} and ${FITS_TYPE} and ${FITS_TERM} and ${FITS_YEAR}`)} more
      where not exists (select from pool where (pool.kind, pool.key) = (more.kind, more.key))`;

function someWords(query: string): string {
  return `${some('head', `d.head @@ search_query(${query})`)} union all ${some('text', `d.words @@ search_query(${query}) and not d.head @@ search_query(${query})`)}`;
}

const LOOSER = `
most_words as materialized (select * from (${someWords(':allButOne')}) l where not exists (select from strict)),
pool as materialized (
  select * from strict union all select * from most_words
  union all select * from (${someWords(':any')}) l where not exists (select from strict) and not exists (select from most_words)
),`;

/** Shares of the query's words that the title or a name has, and of the title's words that the query has. */
const SHARES = `lateral (
    select (select coalesce(avg((d.head @@ word)::int), 0)::real from unnest(asked.title_words) word) as of_query,
      (select count(*) from unnest(title.stems) stem where stem = any(asked.stems))::real / greatest(cardinality(title.stems), 1) as of_title
    from (select tsvector_to_array(to_tsvector('public.site', search_text(d.title))) as stems) title
  ) share`;

/** What belongs to a time grows less interesting, slowly and never quite; what is still to come is more so. */
const FRESHNESS = `case when d.fades_on is null then 1 when d.fades_on >= asked.today then 1.15
    else greatest(0.6, 0.95 - 0.03 * (asked.today - d.fades_on) / 365.0) end`;

/** Other pages of the site link to it. */
const ESTEEM = '(1 + 0.05 * ln(1 + (select count(*) from page_references r where r.kind = d.kind and r.key = d.key)))';

function counts(column: string, from: string, condition: string): string {
  return `(select coalesce(jsonb_object_agg(${column}, n), '{}') from (select ${column}, count(*) n from ${from} where ${condition} group by ${column}) t)`;
}

export interface Way {
  readonly newestFirst: boolean;
  /** Some of the words are enough, where nothing has them all. */
  readonly loose: boolean;
  readonly filtered: boolean;
}

/** The statement for one way of searching: what it does not need is not in it, since planning costs time as well. */
export function searchSql(way: Way): string {
  return `${candidates(way)}${weighing(way)}${ANSWER}`;
}

function candidates({ newestFirst, loose, filtered }: Way): string {
  return `
with asked as materialized (
  select search_query(:all) as all_words, search_query(:any) as any_words, search_key(:typed) as name, search_name(:typed) as beginning,
    tsvector_to_array(to_tsvector('public.site', :spellings)) as stems, array(select search_query(word) from unnest(:titleWords::text[]) word) as title_words,
    (:now::timestamptz at time zone 'UTC')::date as today
),
closed as materialized (select kind from unnest(:kinds::text[], :homes::text[]) as k(kind, home) where path_of_type(home, :now) is null),
strict as materialized (${newestFirst ? newest(IN_TEXT) : BEST}),
${loose ? LOOSER : 'pool as materialized (select * from strict),'}
fitting as materialized (
  select f.*, row_number() over (order by
    ${newestFirst ? 'date desc nulls last,' : ''} (ts_rank(${WEIGHTS}, head, asked.any_words) / (1 + ln(length(title))) + case place when 'name' then 1 when 'text' then 0 else 0.1 end) * boost desc, kind, key) as rank
  from (
    select * from pool where ${FITS_TYPE} and ${FITS_TERM} and ${FITS_YEAR}
    ${filtered ? FILTERED : ''}
  ) f, asked
),`;
}

function weighing({ newestFirst }: Way): string {
  const weighed = newestFirst ? 0 : WEIGHED;
  return `
numbers as (
  select count(*)::int as total, least(:offset::int, (greatest(count(*), 1) - 1) / :limit * :limit)::int as skipped,
    exists (select from pool group by place having count(*) >= case place when 'name' then ${MOST.name} when 'title' then ${MOST.title} when 'newest' then ${MOST.newest} else ${MOST.head} end) as capped
  from fitting
),
close as materialized (
  select d.kind, d.key, f.place = 'name' as named, f.rank,
    (1.3 * (f.place = 'name')::int + 1.2 * (search_key(d.title) = asked.name)::int + 0.6 * share.of_title * (search_name(d.title) like asked.beginning || ' %')::int
      + share.of_query * (0.6 + 0.9 * share.of_title)
      + ts_rank_cd(${WEIGHTS}, d.words, asked.all_words, 32) + 0.5 * ts_rank(${WEIGHTS}, d.words, asked.any_words, 1)
    ) * d.boost * ${FRESHNESS} * ${ESTEEM} as score
  from fitting f join search_documents d using (kind, key), asked, ${SHARES}
  where f.rank <= ${weighed}
),
shown as (
  select kind, key, named, score, rank from close
  union all select kind, key, place = 'name', null, rank from fitting where rank > ${weighed}
  order by score desc nulls last, rank limit :limit offset (select skipped from numbers)
)`;
}

const ANSWER = `
select jsonb_build_object(
  'total', numbers.total, 'capped', numbers.capped, 'page', numbers.skipped / :limit + 1, 'strict', exists (select from strict),
  'types', ${counts('type', 'pool', `${FITS_TERM} and ${FITS_YEAR}`)},
  'terms', ${counts('term', 'pool, unnest(terms) term', `${FITS_TYPE} and ${FITS_YEAR}`)},
  'years', ${counts('year', 'pool', `year is not null and ${FITS_TYPE} and ${FITS_TERM}`)},
  'promotions', (select coalesce(jsonb_agg(jsonb_build_object('target', target, 'title', title, 'text', text) order by position, id), '[]')
    from search_promotions, asked where site_id = :siteId and query = asked.beginning),
  'hits', (select coalesce(jsonb_agg(jsonb_build_object(
      'kind', s.kind, 'key', s.key, 'type', d.type, 'title', d.title, 'date', d.date, 'year', d.year, 'status', d.status, 'named', s.named,
      'markedTitle', ts_headline('public.site', d.title, asked.any_words, 'HighlightAll=true, StartSel=' || chr(2) || ', StopSel=' || chr(3)),
      'extract', ts_headline('public.site', left(coalesce(d.summary || ' ', '') || d.body, 20000), asked.any_words,
        'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxWords=34, MinWords=16, MaxFragments=1')
    ) order by s.score desc nulls last, s.rank), '[]') from shown s join search_documents d using (kind, key), asked)
) as found from numbers`;
