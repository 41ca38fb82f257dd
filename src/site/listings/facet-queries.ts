import { isZone } from '../../platform/dates';
import type { Db } from '../../platform/db/connect';
import type { DatedList, Range } from './queries';

/** What a list can be narrowed by, with how many there are. */
export interface Facets {
  /** The topic that was asked for, by key or by its number on the earlier site; null when there is none. */
  readonly topic: TopicName | null;
  /** Topics of the list's pages, in no order. */
  readonly topics: readonly (TopicName & { readonly count: number })[];
  /** Latest first, without gaps between those that have pages. */
  readonly years: readonly { readonly year: number; readonly count: number }[];
  readonly statuses: readonly { readonly status: string; readonly count: number }[];
}

export interface TopicName {
  readonly key: string;
  readonly title: string;
}

export interface FacetsAsked {
  readonly zone: string;
  readonly topic: string | null;
  readonly year: number | null;
  readonly status: string | null;
  readonly days: Range;
}

const FACETS = `
  with topic as (
    select key, title from snippets where type = 'topic' and (key = lower(:topic::text) or content->>'legacyId' = :topic)
    order by key = lower(:topic) desc, key limit 1
  ), entries as (
    select l.page_id, l.status, y.year,
      (:from::timestamptz is null or l.date >= :from) and (:until::timestamptz is null or l.date < :until) as in_days,
      :year::int is null or y.year = :year as in_year,
      :status::text is null or l.status = :status as in_status,
      :topic::text is null or exists (select from listing_terms t join topic on topic.key = t.key where t.page_id = l.page_id and t.kind = 'topic') as in_topic
    from listings l join pages p on p.id = l.page_id
      cross join lateral (select extract(year from l.date at time zone :zone)::int as year) y
    where l.site_id = :siteId and l.type = :type and p.parent_id = :parentId and is_visible_within(p, :now, :gateId::int)
  )
  select
    (select to_jsonb(topic) from topic) as topic,
    (select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'title', s.title, 'count', c.count)), '[]') from (
      select t.key, count(distinct e.page_id) filter (where in_days and in_year and in_status) as count
      from entries e join listing_terms t on t.page_id = e.page_id and t.kind = 'topic' group by t.key
    ) c join snippets s on s.type = 'topic' and s.key = c.key) as topics,
    (select coalesce(jsonb_agg(c order by c.year desc), '[]') from (
      select year, count(*) filter (where in_days and in_status and in_topic) as count from entries group by year) c) as years,
    (select coalesce(jsonb_agg(c), '[]') from (
      select status, count(*) filter (where in_days and in_year and in_topic) as count from entries group by status) c) as statuses`;

/** By what a list can be narrowed further: each kind is counted with the other filters applied, so that a link's number is what it leads to. */
export async function findFacets(db: Db, { siteId, type, parentId, now, gateId }: DatedList, { zone, topic, year, status, days }: FacetsAsked): Promise<Facets> {
  const bindings = { siteId, type, parentId, now, gateId, topic, year, status, ...days, zone: isZone(zone) ? zone : 'UTC' };
  const result = await db.raw<{ rows: [Facets] }>(FACETS, bindings as never);
  return result.rows[0];
}
