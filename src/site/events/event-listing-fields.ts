import { standardBlocks } from '../../cms/blocks/index';
import type { ContentOf } from '../../cms/field';
import { blocks } from '../../cms/fields/blocks';
import { choice } from '../../cms/fields/choice';
import { group } from '../../cms/fields/group';
import { list } from '../../cms/fields/list';
import { reference } from '../../cms/fields/reference';
import { text } from '../../cms/fields/text';
import { parseReference } from '../../cms/references/uri';
import { urisOf } from '../snippets/topic-chips';

/** content.md 4.8 */
export const eventListingFields = {
  introduction: text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' }),
  body: blocks({ label: 'Text', types: standardBlocks }),
  shows: choice({ label: 'Shows', choices: [
    { value: 'all', label: 'Events to come and past events' }, { value: 'upcoming', label: 'Events to come' }, { value: 'past', label: 'Past events' },
  ] }),
  below: reference({ label: 'Events below', kinds: ['page'], help: 'Empty: those below this page.' }),
  promoted: list({
    label: 'Promoted events', help: 'They stand above the others.',
    of: group({ fields: { page: reference({ label: 'Event', kinds: ['page'], required: true }) } }), max: 10,
  }),
};

export type EventListingContent = ContentOf<typeof eventListingFields>;

/** Which events a listing is about: those below a page at any depth, and those named, wherever they stand. Ids of pages. */
export interface Scope {
  readonly below: number;
  readonly named: readonly number[];
}

export function scopeOf({ below, promoted }: Pick<EventListingContent, 'below' | 'promoted'>, pageId: number): Scope {
  const named = urisOf(promoted, 'page').map((uri) => Number(parseReference(uri)?.key)).filter(Number.isInteger);
  return { below: Number((below && parseReference(below)?.key) ?? pageId), named };
}
