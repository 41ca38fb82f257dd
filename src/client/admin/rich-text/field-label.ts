import { element } from '../editor/elements';

/** The id of what names a field: its label, which from now on leads to `target`. Where it has none, its name is made one. */
export function labelledBy(field: HTMLElement, target: string): string {
  const label = field.querySelector<HTMLElement>(':scope > label, :scope > legend, label') ?? madeLabel(field);
  label.id ||= `${target}-label`;
  if (label instanceof HTMLLabelElement) {
    // a label of a text area that is out of sight would give the focus to nobody
    label.removeAttribute('for');
    label.addEventListener('click', () => { document.getElementById(target)?.focus(); });
  }
  return label.id;
}

function madeLabel(field: HTMLElement): HTMLElement {
  const label = element('span', { class: 'unseen', 'data-made': true }, 'Text');
  field.prepend(label);
  return label;
}
