import { NodeSelection } from '@tiptap/pm/state';
import { insertFound } from '../completion/insert-found';
import { element, textButton } from '../editor/elements';
import type { Panel } from './panels';
import { nameOfReference } from './reference-names';
import type { ReferenceAttrs } from './reference-node';
import { searchField } from './search-field';

/** Searches for something to cite; of a chip that is selected, the words it is shown with. */
export function fillReferencePanel(panel: Panel): HTMLElement {
  const { selection } = panel.editor.state;
  if (selection instanceof NodeSelection && selection.node.type.name === 'reference') return askWords(panel, selection.node.attrs as ReferenceAttrs);

  const { input, list } = searchField({
    label: 'RFC, draft, group, person or term', placeholder: 'RFC, draft, group, person, term, page', kinds: [],
    pick: (found) => {
      panel.close();
      insertFound(panel.editor, found);
    },
  });
  panel.dom.append(input, list);
  return input;
}

function askWords({ dom, editor, close }: Panel, { ref, text }: ReferenceAttrs): HTMLElement {
  const input = element('input', { type: 'text', class: 'input', form: '-', maxlength: '2000', 'aria-label': `Words instead of ${nameOfReference(ref)}`, placeholder: `Words instead of “${nameOfReference(ref)}”` });
  input.value = text ?? '';
  const use = () => {
    editor.commands.updateAttributes('reference', { text: input.value.trim() || null });
    close();
  };
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    use();
  });
  dom.append(input, element('div', { class: 'rt-panel__row' }, textButton('Use these words', use, 'button'), textButton('Remove the reference', () => {
    editor.commands.deleteSelection();
    close();
  })));
  return input;
}
