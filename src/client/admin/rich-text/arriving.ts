import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Something that is not in the text yet and shown in its place: a picture on its way. */
export interface Arriving {
  readonly dom: HTMLElement;
  readonly pos: number;
}

type Change = { readonly add: readonly Arriving[] } | { readonly remove: HTMLElement };

const key = new PluginKey<readonly Arriving[]>('arriving');

/** Beside the document, never in it: what is kept, saved and taken back is the text alone. The places move with what is typed meanwhile. */
export const ArrivingParts = Extension.create({
  name: 'arriving',
  addProseMirrorPlugins: () => [new Plugin<readonly Arriving[]>({
    key,
    state: { init: () => [], apply: (tr, parts) => changed(tr, parts) },
    props: {
      decorations(state) {
        const parts = arrivingIn(state);
        return parts.length === 0 ? null : DecorationSet.create(state.doc, parts.map(({ dom, pos }, index) => Decoration.widget(pos, dom, { side: 1 + index, stopEvent: () => true, ignoreSelection: true })));
      },
    },
  })],
});

export function arrivingIn(state: EditorState): readonly Arriving[] {
  return key.getState(state) ?? [];
}

export function withChange(tr: Transaction, change: Change): Transaction {
  return tr.setMeta(key, change);
}

/** Those before the one whose picture comes in stay before it, those after it behind, so that several come in the order they were given. */
function changed(tr: Transaction, parts: readonly Arriving[]): readonly Arriving[] {
  const change = tr.getMeta(key) as Change | undefined;
  const gone = change && 'remove' in change ? parts.findIndex(({ dom }) => dom === change.remove) : -1;
  const moved = tr.docChanged ? parts.map(({ dom, pos }, index) => ({ dom, pos: tr.mapping.map(pos, index < gone ? -1 : 1) })) : parts;
  const left = gone < 0 ? moved : moved.filter((_, index) => index !== gone);
  return change && 'add' in change ? [...left, ...change.add] : left;
}
