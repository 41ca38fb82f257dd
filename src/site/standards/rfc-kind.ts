import { z } from 'zod';
import type { ReferenceKind } from '../../cms/reference-kind';
import type { Source } from '../../cms/references/source';
import { formatMonth } from '../../platform/dates';
import { rfcSearch } from '../search/rfc-search';
import { bibliographyLine, namesOf, RFC_FACTS, rfcSchema, statusLine, type Rfc } from './rfc';
import { RFC_LIST_PATH, rfcUrl } from './rfc-urls';
import { rfcCompletion } from './rfc-completion';

/** What the target of `rfc:9110` carries: its line of the bibliography, and the RFC for cards. */
export interface RfcTargetData extends Source {
  readonly rfc: Rfc;
}

const placed = z.object({ listPath: z.string().nullable() });

/** `rfc:9110`. Zeros in front are taken off, as people copy them from old file names. */
export const rfcKind: ReferenceKind = {
  kind: 'rfc',
  label: 'RFC',
  inline: 'chip',
  bibliographic: true,
  parseKey: (key) => /^0*([1-9]\d{0,5})$/.exec(key)?.[1],
  search: rfcSearch,
  select: {
    sql: `select 'rfc' as kind, r.number::text as key, ${RFC_FACTS} || jsonb_build_object('listPath', ${RFC_LIST_PATH}) as data
      from rfcs r where r.number = any(?::int[])`,
    bindings: (keys, now) => [now, keys],
  },
  complete: rfcCompletion,
  target(key, row) {
    const rfc = rfcSchema.parse(row);
    const { listPath } = placed.parse(row);
    const data: RfcTargetData = {
      tag: `RFC${rfc.number}`, authors: namesOf(rfc.authors), date: formatMonth(rfc.date), detail: bibliographyLine(rfc), rfc,
    };
    return { kind: 'rfc', key, label: `RFC ${key}`, title: rfc.title, url: rfcUrl(rfc.number, listPath), detail: statusLine(rfc), data, inner: [] };
  },
};
