import { formatDay, formatMonth } from '../../platform/dates';
import { encodePath } from '../../cms/addresses/path';
import { urlOf, type LivePage } from '../../cms/pages/page';
import type { Citing, Related, Relation, RfcDetail, RfcRow } from './rfc-detail';
import { MOST_CITING } from './rfc-page-queries';
import { rfcUrl } from './rfc-urls';
import type { CitedOn, RelatedGroup, RfcLine } from './views';

/** The page that lists RFCs, as its own address: `/rfc/`. */
export function listUrlOf({ path }: Pick<LivePage, 'path'>): string {
  return urlOf(encodePath(path));
}

export function rfcLine({ number, title, status, date, obsoletedBy }: RfcRow, { path }: Pick<LivePage, 'path'>): RfcLine {
  return {
    name: `RFC ${number}`, title, url: rfcUrl(number, path), detail: `${status}, ${formatMonth(date)}`,
    obsolete: obsoletedBy.length === 0 ? null : `Obsoleted by ${listed(obsoletedBy, 3)}`,
  };
}

/** "1 April 1990" where the day is known, else "June 2022". */
export function dateOfRfc({ date, day }: Pick<RfcDetail, 'date' | 'day'>): string {
  return day === null ? formatMonth(date) : formatDay(date);
}

const HEADINGS: Readonly<Record<Relation, string>> = { obsoletes: 'Obsoletes', 'obsoleted-by': 'Obsoleted by', updates: 'Updates', 'updated-by': 'Updated by' };

/** The same as the diagram, with titles; those that replace it first. RFCs that we do not know lead to the RFC Editor. */
export function relatedGroups(related: readonly Related[], page: Pick<LivePage, 'path'>): RelatedGroup[] {
  return (['obsoleted-by', 'updated-by', 'obsoletes', 'updates'] as const).flatMap((relation) => {
    const lines = related.filter((other) => other.relation === relation).map(({ number, title, status, date }) => ({
      name: `RFC ${number}`, title, detail: status && date && `${status}, ${formatMonth(date)}`, url: rfcUrl(number, title === null ? null : page.path),
    }));
    return lines.length === 0 ? [] : [{ heading: HEADINGS[relation], lines }];
  });
}

export function citedOn(citing: readonly Citing[]): CitedOn {
  return {
    pages: citing.slice(0, MOST_CITING).map(({ title, path }) => ({ title, url: urlOf(encodePath(path)) })),
    more: citing.length > MOST_CITING,
  };
}

/** "RFC 7230, RFC 7231 and RFC 7232"; of many "… and others" */
export function listed(numbers: readonly number[], most = numbers.length): string {
  const names = numbers.slice(0, most).map((number) => `RFC ${number}`);
  const last = numbers.length > most ? 'others' : names.pop()!;
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
