import { diffHtml } from '../history/html-diff';
import { html, raw, type Html } from '../../platform/html/html';
import type { Renderer } from '../references/renderer';
import type { Conflicting } from './load-conflict';
import type { Clash } from './merging';
import { sideHtml } from './side-html';
import { spotOf, type Spot } from './spot';
import type { ClashView, SideView } from './views';
import type { Other } from './words';

export interface Labelled {
  readonly other: Other;
  /** Beside the choices: when each was written. */
  readonly mine: string;
  readonly theirs: string;
}

/** One question of the screen: both texts with what differs from the text that they started from. */
export function clashView({ type, sides }: Conflicting, clash: Clash, renderer: () => Renderer, { other, ...metas }: Labelled): ClashView {
  const spot = spotOf(type, [sides.theirs, sides.mine, sides.base], clash.path);
  const side = (value: 'mine' | 'theirs', label: string): SideView => ({
    value, label, meta: metas[value], html: marked(clash, spot, value, { renderer, conflicting: { type, sides } }), nothing: nothingThere(clash, value, other),
  });
  return {
    place: clash.place, title: spot.title, where: spot.where, both: clash.both, choice: clash.choice,
    sides: [side('mine', 'Keep yours'), side('theirs', other.self ? 'Keep what was saved' : `Keep ${other.whose}`)],
  };
}

interface Marking {
  readonly renderer: () => Renderer;
  readonly conflicting: Pick<Conflicting, 'type' | 'sides'>;
}

function marked(clash: Clash, spot: Spot, value: 'mine' | 'theirs', { renderer, conflicting }: Marking): Html {
  if (clash.kind === 'order') return orderHtml(clash, clash[value] as readonly string[], conflicting);
  const [before, now] = [clash.base, clash[value]].map((one) => sideHtml(clash.kind, spot, one, renderer())); // a renderer remembers anchors: one for each text
  if (now === '') return html``;
  return diffHtml(before === '' ? now! : before!, now!).html ?? now!; // also what is all new goes through it: it takes out ids, which would be there twice
}

function orderHtml({ path }: Clash, ids: readonly string[], { type, sides }: Marking['conflicting']): Html {
  const names = ids.map((id) => spotOf(type, [sides.theirs, sides.mine, sides.base], [...path.slice(0, -1), id]).title);
  return html`<ol>${raw(names.map((name) => html`<li>${name}</li>`))}</ol>`;
}

function nothingThere({ kind, base }: Clash, value: 'mine' | 'theirs', { self, short }: Other): string {
  const was = Array.isArray(base) ? base.length > 0 : base !== null && base !== undefined && base !== '';
  if (!was && kind !== 'removed') return 'Empty';
  return value === 'mine' ? 'Nothing: you removed it' : `Nothing: ${self ? 'you' : short} removed it`;
}
