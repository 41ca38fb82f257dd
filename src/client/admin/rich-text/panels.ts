import { element, iconButton } from '../editor/elements';
import { focusText } from './focus-text';
import { fillImagePanel } from './image-panel';
import { fillLinkPanel } from './link-panel';
import { placeUnder } from './place-under';
import { fillReferencePanel } from './reference-panel';
import type { Place } from './toolbar';

/** What fills a panel: it appends its controls and says which of them begins. */
export type Fill = (panel: Panel) => HTMLElement;

export interface Panel extends Place {
  readonly dom: HTMLElement;
  /** Back to the text. */
  close(): void;
}

const FILLS: Readonly<Record<'link' | 'reference' | 'image', { label: string; fill: Fill }>> = {
  link: { label: 'Link', fill: fillLinkPanel },
  reference: { label: 'Reference', fill: fillReferencePanel },
  image: { label: 'Image', fill: fillImagePanel },
};

let open: Panel | undefined;

/** A small panel under the caret: no dialog, the page stays as it is. Escape or leaving it closes it. */
export function openPanel(kind: keyof typeof FILLS, place: Place): void {
  open?.dom.remove();
  const { editor, stage } = place;
  const { label, fill } = FILLS[kind];
  const dom = element('div', { class: `rt-panel rt-panel--${kind}`, role: 'group', 'aria-label': label, 'data-made': true });
  const panel: Panel = { ...place, dom, close };
  open = panel;
  stage.append(dom);
  const first = fill(panel);
  dom.append(iconButton('x', `Close: ${label}`, close, 'icon-button rt-panel__close'));
  placeUnder(dom, editor.view, stage, editor.state.selection.from);
  first.focus();

  dom.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  dom.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !dom.contains(event.relatedTarget)) remove();
  });

  function close(): void {
    remove();
    focusText(editor);
  }

  function remove(): void {
    if (open === panel) open = undefined;
    dom.remove();
  }
}
