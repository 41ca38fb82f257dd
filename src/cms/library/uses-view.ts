import { usesWords, type Use, type Uses } from '../media/uses';
import type { Kind } from './kinds';
import type { UsesView } from './views';

const SHOWN_FIRST = 5;

/** Where a file is used, and why it cannot be thrown away for it. */
export function usesView(kind: Kind, found: Uses): UsesView {
  const lines = found.uses.map((use) => ({ icon: ICONS[use.what], title: use.title, url: use.url, detail: WORDS[use.what] }));
  const isPages = found.uses.length === found.total && found.uses.every(({ what }) => what === 'live');
  return {
    heading: found.total === 0 ? 'Not used anywhere' : usesWords(found), lines: lines.slice(0, SHOWN_FIRST), moreLines: lines.slice(SHOWN_FIRST),
    hidden: found.others === 0 ? null : `${found.others} more that ${found.uses.length < 100 ? 'you may not see' : 'are not listed'}`,
    blocked: found.total === 0 ? null : `Cannot be trashed while ${blockers(kind, found.total, isPages)}.`,
  };
}

function blockers({ pageDoes: [shows, show] }: Kind, count: number, isPages: boolean): string {
  if (count === 1) return isPages ? `1 page ${shows} it` : 'it is used';
  return isPages ? `${count} pages ${show} it` : `it is used in ${count} places`;
}

const ICONS: Readonly<Record<Use['what'], string>> = { live: 'pages', draft: 'pen', scheduled: 'clock', snippet: 'quote', menu: 'menu', settings: 'gear' };

const WORDS: Readonly<Record<Use['what'], string | null>> = { live: null, draft: 'draft', scheduled: 'scheduled', snippet: 'snippet', menu: 'menu', settings: 'site settings' };
