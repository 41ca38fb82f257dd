import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { placeUnder } from '../rich-text/place-under';
import { insertFound } from './insert-found';
import { lastOf, lookUp } from './look-up';
import { OptionList } from './option-list';
import { triggerIn, type Trigger } from './triggers';

interface Typing extends Trigger {
  readonly from: number;
  readonly to: number;
}

/** While a reference is being typed, a list under the caret offers what it may be. Enter takes it, Escape leaves plain text. */
export function caretCompletion(stage: HTMLElement): Extension {
  return Extension.create({
    name: 'caretCompletion',
    // its keys come before those of lists and paragraphs
    priority: 2000,
    addProseMirrorPlugins() {
      return [completionPlugin(this.editor, stage)];
    },
  });
}

function completionPlugin(editor: Editor, stage: HTMLElement): Plugin<Typing | null> {
  const key = new PluginKey<Typing | null>('caretCompletion');
  const list = new OptionList({
    label: 'References', enter: 'insert as reference', escape: 'keep as text',
    pick(found) {
      const typing = key.getState(editor.state);
      list.hide();
      if (typing) insertFound(editor, found, typing);
    },
    moved: (id) => { tellPlace(editor.view.dom, list.id, id); },
  });
  stage.append(list.dom);
  const watch = new CaretWatch(list, stage);
  return new Plugin<Typing | null>({
    key,
    state: { init: () => null, apply: (tr, before, _, state) => (tr.docChanged || tr.selectionSet ? typingIn(state) : before) },
    props: {
      handleKeyDown: (_, event) => watch.key(event),
      decorations(state) {
        const typing = key.getState(state);
        return typing ? DecorationSet.create(state.doc, [Decoration.inline(typing.from, typing.to, { class: 'typing' })]) : null;
      },
      handleDOMEvents: { blur: () => { list.hide(); return false; } },
    },
    view: () => ({ update: (view, before) => { watch.update(view, key.getState(view.state) ?? null, before.doc !== view.state.doc); } }),
  });
}

/** Asks the server when what is being typed changes, and remembers what was waved away. */
class CaretWatch {
  private typing: Typing | null = null;
  private dismissed: number | null = null;
  private readonly ask = lastOf(120);

  constructor(private readonly list: OptionList, private readonly stage: HTMLElement) {}

  update(view: EditorView, typing: Typing | null, typed: boolean): void {
    const same = typing?.from === this.typing?.from && typing?.to === this.typing?.to && typing?.words === this.typing?.words;
    this.typing = typing;
    if (!typing) {
      this.dismissed = null;
      return this.list.hide();
    }
    // going through a text with the arrows opens nothing
    if (same || !typed || this.dismissed === typing.from) return;
    this.ask(() => lookUp(typing.kinds, typing.words, 6), (found) => {
      if (this.typing !== typing || view.isDestroyed || !view.hasFocus()) return;
      this.list.show(found);
      placeUnder(this.list.dom, view, this.stage, typing.from);
    });
  }

  key(event: KeyboardEvent): boolean {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !this.list.isOpen) return false;
    if (event.key === 'Escape') this.dismissed = this.typing?.from ?? null;
    const taken = this.list.key(event.key);
    if (taken) event.stopPropagation();
    return taken;
  }
}

function typingIn({ selection }: EditorState): Typing | null {
  const { $from, empty, from } = selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code || $from.marks().some((mark) => mark.type.name === 'code')) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 100), $from.parentOffset, '\ufffc', '\ufffc');
  const trigger = triggerIn(before);
  return trigger ? { ...trigger, from: from - trigger.length, to: from } : null;
}

/** A text field that is a textbox says by these what its list is doing. */
function tellPlace(place: HTMLElement, listId: string, optionId: string | null): void {
  place.setAttribute('aria-autocomplete', 'list');
  if (optionId === null) {
    place.removeAttribute('aria-controls');
    place.removeAttribute('aria-activedescendant');
  } else {
    place.setAttribute('aria-controls', listId);
    place.setAttribute('aria-activedescendant', optionId);
  }
}
