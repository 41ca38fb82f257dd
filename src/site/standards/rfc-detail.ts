import { z } from 'zod';
import { RFC_FACTS, rfcShape } from './rfc';

/** The whole row of an RFC, for its own page. */
export const rfcDetailSchema = z.object({
  ...rfcShape,
  day: z.number().nullable(), publishedStatus: z.string().nullable(), groupName: z.string().nullable(), area: z.string().nullable(),
  keywords: z.array(z.string()), formats: z.array(z.string()), pages: z.number().nullable(), doi: z.string().nullable(), errataUrl: z.string().nullable(),
  stale: z.boolean(),
});

export type RfcDetail = z.infer<typeof rfcDetailSchema>;

/** jsonb of one RFC `r`, in the shape of `RfcDetail`. */
export const RFC_DETAIL = `${RFC_FACTS} || jsonb_build_object(
  'day', r.published_day, 'publishedStatus', r.published_status, 'groupName', r.group_name, 'area', r.area, 'keywords', to_jsonb(r.keywords),
  'formats', to_jsonb(r.formats), 'pages', r.pages, 'doi', r.doi, 'errataUrl', r.errata_url, 'stale', r.stale_since is not null)`;

/** One line of a list of RFCs. */
export const rfcRowSchema = z.object({
  number: z.number(), title: z.string(), status: z.string(), date: z.string(), obsoletedBy: z.array(z.number()),
});

export type RfcRow = z.infer<typeof rfcRowSchema>;

/** jsonb of one RFC `r`, in the shape of `RfcRow`. */
export const RFC_ROW = `jsonb_build_object('number', r.number, 'title', r.title, 'status', r.status, 'date', to_char(r.published_on, 'YYYY-MM-DD'),
  'obsoletedBy', (select coalesce(jsonb_agg(x.other order by x.other), '[]') from rfc_relations x where x.number = r.number and x.relation = 'obsoleted-by'))`;

export const RELATIONS = ['obsoletes', 'updates', 'obsoleted-by', 'updated-by'] as const;
export type Relation = typeof RELATIONS[number];

/** An RFC at the other end of a relation; without a row of ours only its number is known. */
export const relatedSchema = z.object({
  relation: z.enum(RELATIONS), number: z.number(), title: z.string().nullable(), status: z.string().nullable(), date: z.string().nullable(),
});

export type Related = z.infer<typeof relatedSchema>;

/** A public page whose text cites something. */
export const citingSchema = z.object({ title: z.string(), path: z.string() });

export type Citing = z.infer<typeof citingSchema>;
