import { escape, type Html } from '../../platform/html/html';
import { shortened } from '../../cms/pages/description';
import { formatMonth } from '../../platform/dates';
import type { RecordBox } from '../../cms/pages/view-parts';
import type { Renderer } from '../../cms/references/renderer';
import { groupUrl, type Group } from './group';
import type { Rfc } from './rfc';
import type { RfcTargetData } from './rfc-kind';

/** Characters; five lines or so. */
const MOST_TEXT = 330;

type Fact = RecordBox['facts'][number];

/** The RFC or group as a packet; null when none is chosen or it is not known here. */
export function recordBoxOf(render: Renderer, uri: string | null): RecordBox | null {
  const target = uri === null ? undefined : render.resolve(uri);
  if (target?.kind === 'group') return groupBox(target.data as Group);
  return target?.kind === 'rfc' && target.url ? rfcBox((target.data as RfcTargetData).rfc, target.url) : null;
}

export function groupBox({ acronym, name, type, state, area, list, description }: Group): RecordBox {
  const facts = [fact('Area', area), fact('State', state), fact('List', list, list && `mailto:${list}`), fact('Type', type)];
  return { kind: 'group', id: acronym, title: escape(name), url: groupUrl(acronym), text: description === null ? null : escape(description), facts: facts.flat() };
}

export function rfcBox({ number, title, status, date, group, stream, series, abstract }: Rfc, url: string): RecordBox {
  const facts = [
    fact('Status', status), fact('Date', formatMonth(date)),
    ...(group === null ? [fact('Stream', stream)] : [fact('Group', group, groupUrl(group))]), fact('Series', series[0] ?? null),
  ];
  return { kind: 'rfc', id: `RFC ${number}`, title: escape(title), url, text: textOf(abstract), facts: facts.flat() };
}

/** Abstracts of the RFC Editor's are longer than a box is high. */
function textOf(abstract: string | null): Html | null {
  const text = abstract === null ? null : shortened(abstract, MOST_TEXT);
  return text === null ? null : escape(text);
}

/** Nothing for what is not known. */
function fact(term: string, value: string | null, url: string | null = null): Fact[] {
  return value === null ? [] : [{ term, value, url }];
}
