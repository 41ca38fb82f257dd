import { formatDay, dayIn } from '../../platform/dates';
import type { Fields } from '../field';
import type { Revision } from '../revisions/queries';

type Text = Pick<Revision, 'id' | 'title' | 'slug' | 'common' | 'content'>;

interface Known { readonly id: string }

/** How far a draft is from what readers see: `5 of 7 blocks changed since it last went live on 3 November 2026.` */
export function changesWords(fields: Fields, draft: Text, live: Text | null, wentLive: { at: Date | null; zone: string }): string {
  if (live === null) return wentLive.at === null ? 'It has not been public yet.' : 'It is not public at present.';
  const since = wentLive.at === null ? 'last went live' : `last went live on ${formatDay(dayIn(wentLive.zone, wentLive.at))}`;
  if (live.id === draft.id) return `Nothing changed since it ${since}.`;
  const { changed, total } = countBlocks(fields, draft.content, live.content);
  if (changed === 0) return same(draft, live) ? `Saved again, with the same text, since it ${since}.` : `Changed outside its blocks since it ${since}.`;
  return `${changed} of ${total} blocks changed since it ${since}.`;
}

/** Blocks that are new, other than before or gone; by their ids, so moving one is no change of it. `total`: of both texts. */
function countBlocks(fields: Fields, draft: unknown, live: unknown): { changed: number; total: number } {
  const [now, then] = [blocksOf(fields, draft), blocksOf(fields, live)];
  const ids = new Set([...now.keys(), ...then.keys()]);
  const changed = [...ids].filter((id) => now.get(id) !== then.get(id));
  return { changed: changed.length, total: ids.size };
}

function blocksOf(fields: Fields, content: unknown): Map<string, string> {
  const values = content as Readonly<Record<string, unknown>>;
  const names = Object.entries(fields).filter(([, { kind }]) => kind === 'blocks').map(([name]) => name);
  return new Map(names.flatMap((name) => (values[name] as Known[] | undefined ?? []).map((block) => [`${name} ${block.id}`, JSON.stringify(block)] as const)));
}

function same(draft: Text, live: Text): boolean {
  const text = ({ title, slug, common, content }: Text): string => JSON.stringify([title, slug, common, content]);
  return text(draft) === text(live);
}
