import type { PageLink } from '../../cms/pages/page';
import type { Pager, RecordBox } from '../../cms/pages/view-parts';
import type { Diagram } from './relation-diagram';

/** A named fact of an RFC, one of them linked now and then. */
export interface Fact {
  readonly term: string;
  readonly values: readonly { readonly text: string; readonly url: string | null }[];
}

/** One line of a list of RFCs. */
export interface RfcLine {
  /** "RFC 9110" */
  readonly name: string;
  readonly title: string;
  readonly url: string;
  /** "Internet Standard, June 2022" */
  readonly detail: string;
  /** "Obsoleted by RFC 9110"; null while it is current. */
  readonly obsolete: string | null;
}

export interface RelatedLine {
  readonly name: string;
  /** Null for RFCs of which only the number is known here. */
  readonly title: string | null;
  readonly detail: string | null;
  readonly url: string;
}

export interface RelatedGroup {
  /** "Obsoletes" */
  readonly heading: string;
  readonly lines: readonly RelatedLine[];
}

/** Pages of this site whose text names it. */
export interface CitedOn {
  readonly pages: readonly Pick<PageLink, 'title' | 'url'>[];
  readonly more: boolean;
}

/** A link that leads to the RFC Editor or another sister site. */
export interface ReadLink {
  readonly text: string;
  readonly note: string | null;
  readonly url: string;
}

export interface CountLink {
  readonly text: string;
  readonly count: number;
  readonly url: string;
}

export interface RfcView {
  readonly name: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Said above the title's text. */
  readonly banner: { readonly text: string; readonly links: readonly { readonly text: string; readonly url: string }[] } | null;
  readonly abstract: readonly string[];
  readonly keywords: readonly string[];
  readonly diagram: Diagram | null;
  readonly related: readonly RelatedGroup[];
  readonly citedOn: CitedOn;
  readonly read: readonly ReadLink[];
  readonly bibtex: string;
  readonly bibtexUrl: string;
  readonly listUrl: string;
}

declare module '../../platform/http/views' {
  interface Views {
    'standards/rfc': RfcView;
    'standards/series': {
      name: string; lead: string; members: readonly RecordBox[]; citedOn: CitedOn; read: readonly ReadLink[]; allUrl: string; allText: string;
    };
    'standards/list': { lead: string; total: number; lines: readonly RfcLine[]; pager: Pager | null; listUrl: string };
    'standards/series-list': { lead: string; rows: readonly { name: string; url: string; title: string | null; members: readonly PageLink[] }[]; pager: Pager | null; listUrl: string };
    'standards/overview': {
      introduction: string | null; total: number; newest: readonly RfcLine[];
      statuses: readonly CountLink[]; streams: readonly CountLink[]; years: readonly CountLink[]; series: readonly CountLink[];
    };
  }
}
