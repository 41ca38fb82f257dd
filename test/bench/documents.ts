import type { Db } from '../../src/platform/db/connect';
import { Random } from '../support/random';

const AT_ONCE = 1_000;
const SENTENCES = { least: 8, most: 40 };

interface Corpus {
  titles: string[];
  sentences: string[];
}

/**
 * So many more public pages, with what the search knows of them: new titles from pieces of the real ones, texts from real sentences
 * in another order. Words are as common and as rare as in the documents that are there already.
 */
export async function addDocuments(db: Db, siteId: number, count: number): Promise<void> {
  const random = new Random(9_110);
  const corpus = await readCorpus(db);
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => from + index);
    await insertPages(db, siteId, numbers.map((number) => ({ number, title: title(corpus, random, number), ...text(corpus, random) })));
  }
  await db.raw('vacuum analyze search_documents');
  await db.raw('analyze pages');
}

async function readCorpus(db: Db): Promise<Corpus> {
  const rows = await db('searchDocuments').select<{ title: string; summary: string | null; body: string }[]>('title', 'summary', 'body').orderBy(['kind', 'key']);
  const sentences = rows.flatMap(({ summary, body }) => `${summary ?? ''}\n${body}`.split(/(?<=[.!?])\s+|\n+/)).filter((sentence) => sentence.length > 20 && sentence.length < 400);
  return { titles: rows.map((row) => row.title), sentences };
}

/** The first half of one title and the second half of another. */
function title({ titles }: Corpus, random: Random, number: number): string {
  const [one, other] = [random.pick(titles).split(' '), random.pick(titles).split(' ')];
  return [...one.slice(0, Math.ceil(one.length / 2)), ...other.slice(Math.floor(other.length / 2)), number].join(' ');
}

function text({ sentences }: Corpus, random: Random): { summary: string; body: string } {
  const length = SENTENCES.least + random.below(1 + random.below(SENTENCES.most - SENTENCES.least));
  return { summary: random.pick(sentences), body: Array.from({ length }, () => random.pick(sentences)).join(' ') };
}

async function insertPages(db: Db, siteId: number, documents: readonly object[]): Promise<void> {
  await db.raw(`
    with given as (select * from jsonb_to_recordset(:documents::jsonb) as d(number int, title text, summary text, body text)),
    home as (select id, live_revision_id from pages where site_id = :siteId and path = '/'),
    page as (
      insert into pages (site_id, parent_id, ancestor_ids, position, type, slug, path, title, live_revision_id, draft_revision_id, first_published_at, last_published_at, created_at, updated_at)
      select :siteId, home.id, array[home.id], 10000 + number, 'standard', 'bench-' || number, '/bench-' || number, title, home.live_revision_id, home.live_revision_id, now(), now(), now(), now()
      from given, home returning id, position - 10000 as number
    )
    insert into search_documents (kind, key, page_id, site_id, type, title, names, name_keys, summary, body, terms, year, date, fades_on, status, boost)
    select 'page', page.id, page.id, :siteId, 'standard', title, '{}', array[search_key(title)], summary, body, '{}', null, '2026-01-01', null, 'current', 1
    from given join page using (number)`, { siteId, documents: JSON.stringify(documents) });
}
