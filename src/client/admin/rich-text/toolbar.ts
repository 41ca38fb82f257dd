import type { Editor } from '@tiptap/core';
import { element } from '../editor/elements';
import { focusText } from './focus-text';
import { keepInPlace } from './keep-in-place';
import { makeMenu, type MenuChoice } from './menu';
import { openPanel } from './panels';
import type { Size } from './stored';
import { inlineTools, moreChoices, styleChoices, styleName, type Choice, type Tool } from './tools';

export interface Place {
  readonly editor: Editor;
  readonly stage: HTMLElement;
  readonly field: HTMLElement;
  readonly size: Size;
}

/** Shown where somebody writes, and left there until they write somewhere else: what is below does not jump when they click it. */
let shown: { readonly toolbar: HTMLElement; readonly editor: Editor } | undefined;

/** The tools of a text: made when it is first entered; Alt-F10 leads to them, Escape back. */
export function attachToolbar(place: Place): void {
  const { editor, stage } = place;
  let toolbar: HTMLElement | undefined;
  editor.on('focus', () => {
    if (!toolbar) {
      toolbar = makeToolbar(place);
      stage.prepend(toolbar);
    }
    show(toolbar, editor);
  });
  editor.view.dom.addEventListener('keydown', (event) => {
    const opensLink = (event.ctrlKey || event.metaKey) && event.key === 'k' && !event.shiftKey && !event.altKey && !editor.state.selection.empty;
    if (event.altKey && event.key === 'F10') (toolbar?.querySelector<HTMLElement>('[tabindex="0"]'))?.focus();
    else if (opensLink) openPanel('link', place);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** The text stays where it was on the screen, so that a click into it does not drag a selection. */
function show(toolbar: HTMLElement, editor: Editor): void {
  if (shown?.toolbar === toolbar) return;
  keepInPlace(() => editor.view.dom, () => {
    if (shown) shown.toolbar.hidden = true;
    toolbar.hidden = false;
  });
  shown = { toolbar, editor };
}

function makeToolbar(place: Place): HTMLElement {
  const { editor, size } = place;
  const toolbar = element('div', { class: 'rt-bar', role: 'toolbar', 'aria-label': 'Format of the text', 'aria-controls': editor.view.dom.id, hidden: true, 'data-made': true });
  const forMenu = ({ label, isOn, run }: Choice): MenuChoice => ({ label, ...(isOn ? { isOn: () => isOn(editor) } : {}), run: () => { run(place); } });
  const refreshers: (() => void)[] = [];
  const style = size === 'full' ? makeMenu({ label: 'Paragraph', hint: 'Kind of paragraph', choices: styleChoices().map(forMenu) }) : undefined;
  if (style) {
    toolbar.append(style.dom, element('span', { class: 'rt-bar__line' }));
    refreshers.push(() => { style.name(styleName(editor)); });
  }
  for (const group of inlineTools(size)) {
    for (const tool of group) {
      const button = buttonFor(tool, place);
      toolbar.append(button);
      const { isOn } = tool;
      if (isOn) refreshers.push(() => { button.setAttribute('aria-pressed', String(isOn(editor))); });
    }
    toolbar.append(element('span', { class: 'rt-bar__line' }));
  }
  toolbar.append(makeMenu({ label: 'More', hint: 'More formats', choices: moreChoices(size).map(forMenu) }).dom);

  const refresh = () => { if (!toolbar.hidden) refreshers.forEach((one) => { one(); }); };
  editor.on('transaction', refresh);
  editor.on('focus', refresh);
  rove(toolbar, editor);
  return toolbar;
}

function buttonFor({ label, keys, face, run }: Tool, place: Place): HTMLButtonElement {
  const name = keys ? `${label} (${keys})` : label;
  const button = element('button', { type: 'button', class: 'rt-tool', 'aria-label': label, title: name }, face());
  // the text keeps its selection
  button.addEventListener('mousedown', (event) => { event.preventDefault(); });
  button.addEventListener('click', () => { run(place); });
  return button;
}

/** One stop for Tab, arrows inside. */
function rove(toolbar: HTMLElement, editor: Editor): void {
  const buttons = () => [...toolbar.querySelectorAll<HTMLButtonElement>(':scope > button, :scope > .rt-menu > button')];
  buttons().forEach((button, index) => { button.tabIndex = index === 0 ? 0 : -1; });
  toolbar.addEventListener('keydown', (event) => {
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    if (event.key === 'Escape') focusText(editor);
    else if (at < 0) return;
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') go(all[(at + (event.key === 'ArrowRight' ? 1 : all.length - 1)) % all.length]);
    else if (event.key === 'Home') go(all[0]);
    else if (event.key === 'End') go(all.at(-1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function go(button: HTMLButtonElement | undefined): void {
    for (const one of buttons()) one.tabIndex = one === button ? 0 : -1;
    button?.focus();
  }
}
