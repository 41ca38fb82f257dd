/** What lists of RFCs are called, and what makes their RFCs belong together: RFC 2026, RFC 6410, RFC 8729. */
interface Words {
  readonly heading: string;
  readonly lead: string;
}

const STATUSES: Readonly<Record<string, Words>> = {
  'internet-standard': { heading: 'Internet Standards', lead: 'Specifications of proven worth: widely deployed, and made by several independent implementations that work together.' },
  'draft-standard': { heading: 'Draft Standards', lead: 'The middle step of the standards track until 2011. Nothing enters it any more; what is here stays until it is revised.' },
  'proposed-standard': { heading: 'Proposed Standards', lead: 'Specifications that the IETF reached consensus on and recommends to implement. Most of the Internet runs on these.' },
  'best-current-practice': { heading: 'Best Current Practices', lead: 'How networks are best run, and how the IETF does its own work. They are approved like standards.' },
  'for-your-information': { heading: 'RFCs for your information', lead: 'Introductions and overviews for a wide audience, from a series that was closed in 2011.' },
  informational: { heading: 'Informational RFCs', lead: 'Published because they are useful to know. They specify no standard and need not have the consensus of the community.' },
  experimental: { heading: 'Experimental RFCs', lead: 'Specifications that are part of research or an experiment, published so that others can try them.' },
  historic: { heading: 'Historic RFCs', lead: 'Replaced by something newer, or for some other reason not to be used in new work.' },
  unknown: { heading: 'RFCs of unknown status', lead: 'Most are from the early years, before RFCs had a status.' },
};

const STREAMS: Readonly<Record<string, Words>> = {
  ietf: { heading: 'RFCs of the IETF stream', lead: 'From working groups and from individuals with the sponsorship of an area director. Only this stream makes standards.' },
  iab: { heading: 'RFCs of the IAB stream', lead: 'From the Internet Architecture Board: its advice on architecture and reports of its workshops.' },
  irtf: { heading: 'RFCs of the IRTF stream', lead: 'From the research groups of the Internet Research Task Force.' },
  independent: { heading: 'RFCs of the Independent stream', lead: 'From authors outside the other streams, accepted by the Independent Submissions Editor.' },
  editorial: { heading: 'RFCs of the Editorial stream', lead: 'About the RFC series itself: its policies and its form.' },
  legacy: { heading: 'RFCs of the Legacy stream', lead: 'From the years before there were streams.' },
};

/** `name` as the index writes it. Statuses and streams that came later have plain words. */
export function wordsOfStatus(slug: string, name: string): Words {
  return STATUSES[slug] ?? { heading: `RFCs with the status ${name}`, lead: 'Newest first.' };
}

export function wordsOfStream(slug: string, name: string): Words {
  return STREAMS[slug] ?? { heading: `RFCs of the stream ${name}`, lead: 'Newest first.' };
}

/** "Internet Standard" → `internet-standard` */
export function statusSlug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** What staff are told beside the number, before they cite it: what another one obsoletes says that first. */
export function statusWord(name: string, isObsolete: boolean): string {
  return isObsolete ? 'Obsolete' : name;
}

export const SERIES_WORDS = {
  bcp: { name: 'Best Current Practice', heading: 'Best Current Practices by number', lead: 'A BCP keeps its number while the RFCs behind it change: cite it when you mean the practice, whatever its present text.' },
  std: { name: 'Internet Standard', heading: 'Internet Standards by number', lead: 'An STD keeps its number while the RFCs behind it change: cite it when you mean the standard, whatever its present text.' },
  fyi: { name: 'For Your Information', heading: 'FYI documents', lead: 'Introductions and overviews. The series was closed in 2011; what was in it stays.' },
} as const;
