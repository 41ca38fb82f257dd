import { timeIn } from '../../platform/dates';
import { instantIn } from '../../platform/instants';
import type { PageDeps } from '../deps';
import { listContentReferences } from '../content';
import { commonReferences } from '../pages/common-fields';
import { createRenderer } from '../references/content-renderer';
import type { Renderer } from '../references/renderer';
import { resolveReferences } from '../references/resolve';
import type { Site } from '../sites/site';
import { clashView } from './clash-views';
import type { Conflicting } from './load-conflict';
import type { Merge } from './merge-texts';
import { findSaver } from './queries';
import { spotOf } from './spot';
import type { ConflictView } from './views';
import { countOf, otherOf, reasonOf, stateOf, whenSaved, type Other } from './words';

export type ConflictViewDeps = Pick<PageDeps, 'db' | 'now' | 'registry' | 'templates'>;

export interface Asking {
  readonly userId: number;
  readonly zone: string;
  readonly site: Site;
}

type Screen = Omit<ConflictView, 'csrfToken' | 'problem' | 'mayCopy'>;

/** Everything that the screen says about two texts, their references resolved for all of it at once. */
export async function conflictView(deps: ConflictViewDeps, { userId, zone, site }: Asking, conflicting: Conflicting, merge: Merge): Promise<Screen> {
  const { page, type, copy, draft, sides } = conflicting;
  const saver = await findSaver(deps.db, { revisionId: draft.id, base: copy.baseRevisionId, userId });
  const other = otherOf(saver, userId);
  const metas = { mine: `you, ${timeIn(zone, copy.updatedAt)}`, theirs: `${saver.name ?? 'the system'}, ${timeIn(zone, saver.at)}` };
  const renderer = await rendererFor(deps, site, conflicting);
  const clashes = merge.clashes.map((clash) => clashView(conflicting, clash, renderer, { other, ...metas }));
  return {
    page: { id: page.id, title: draft.title === '' ? page.title : draft.title }, theirs: draft.id, number: copy.number, base: copy.baseRevisionId,
    heading: other.self ? 'This page was changed in two windows' : clashes.length === 0 ? 'Two people changed this page' : 'Two people changed the same text',
    lead: `${other.full} saved revision ${draft.id} ${whenSaved(zone, saver.at, deps.now())}, while you were writing${other.self ? ' in another window' : ''}.`,
    summary: summaryOf(merge, other),
    clashes,
    merged: merge.changes.map((change) => ({ title: spotOf(type, [sides.theirs, sides.mine, sides.base], change.path).title, reason: reasonOf(change, other) })),
    mergedHeading: `${countOf(merge.changes.length, 'change', 'changes')} merged without a question`,
    state: stateOf(clashes),
  };
}

function summaryOf({ clashes, changes }: Merge, { self }: Other): string {
  const merged = changes.length === 0 ? '' : `${countOf(changes.length, 'change fits', 'changes fit')} together and ${changes.length === 1 ? 'is' : 'are'} merged. `;
  const asked = clashes.length === 0
    ? 'Nothing is left to choose: look it over and save. '
    : `For ${countOf(clashes.length, 'place', 'places')} ${self ? 'there are two texts' : 'both of you wrote something else'}: choose one text for ${clashes.length === 1 ? 'it' : 'each'}. `;
  return `${merged}${asked}Nothing is live yet, and neither text is lost: both stay in history.`;
}

async function rendererFor({ db, now, registry, templates }: ConflictViewDeps, site: Site, { page, type, sides }: Conflicting): Promise<() => Renderer> {
  const uris = [sides.base, sides.mine, sides.theirs].flatMap(({ content, common }) => [...listContentReferences(type.fields, content), ...commonReferences(common)]);
  const targets = await resolveReferences(db, registry.referenceKinds, [...new Set(uris)], now(), page.gateId, page.id);
  return () => createRenderer({ targets, kinds: registry.referenceKinds, templates, baseUrl: site.baseUrl });
}

/** For the sentence after the texts moved on while somebody was choosing. */
export function movedOn(zone: string, { draft }: Conflicting): string {
  return `The texts changed while you were choosing (the page was saved on ${instantIn(zone, draft.createdAt)}): look again. Your choices for places that are the same are kept.`;
}
