import type { Editor } from '@tiptap/core';
import { anchorsOnPage } from '../completion/anchors';
import { documentUpload } from '../completion/document-upload';
import { mayUpload } from '../completion/files';
import { insertFound } from '../completion/insert-found';
import { element, textButton } from '../editor/elements';
import { ownReference } from './own-address';
import type { Panel } from './panels';
import { nameOfReference, referenceFromTyped, schemeOf } from './reference-names';
import { searchField } from './search-field';

/** Where a link leads: a page or a document by its name, an address, a mail address, or `#` a place on this page. */
export function fillLinkPanel(panel: Panel): HTMLElement {
  const { dom, editor } = panel;
  const current = editor.isActive('link') ? String(editor.getAttributes('link')['ref']) : '';
  const [target = '', part = ''] = schemeOf(current) === 'page' ? current.split('#') : [current];
  const problem = element('p', { class: 'problem', hidden: true, role: 'alert' });
  const anchor = element('input', { type: 'text', class: 'input', form: '-', 'aria-label': 'Place on that page (its anchor)', placeholder: 'Place on that page, if not its beginning' });
  anchor.value = part;
  anchor.hidden = schemeOf(target) !== 'page';
  let chosen = target;

  const { input, list } = searchField({
    label: 'Page, document or address', placeholder: 'Page, document or address', kinds: ['page', 'document'],
    own: (words) => (words.startsWith('#') ? anchorsOnPage(words.slice(1)) : []),
    pick: ({ uri, label }) => { void use(uri, label); },
    enter: (words) => { void use(words === nameOfReference(chosen) ? chosen : words); },
  });
  input.value = target === '' ? '' : nameOfReference(target);
  anchor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void use(input.value === nameOfReference(chosen) ? chosen : input.value);
  });
  const apply = textButton('Use', () => { void use(input.value === nameOfReference(chosen) ? chosen : input.value); }, 'button button--main');
  const upload = mayUpload() ? documentUpload({ kept: ({ uri, label }) => { void use(uri, label); }, dismissed: () => { input.focus(); } }) : null;
  dom.append(input, list, anchor, problem, ...(upload ? [upload.lines] : []), element('div', { class: 'rt-panel__row' }, apply, ...upload?.controls ?? [], ...(current === '' ? [] : existing(current, panel))));
  return input;

  async function use(typed: string, label?: string): Promise<void> {
    const typedRef = typed.startsWith('/') ? typed : referenceFromTyped(typed);
    const ref = typedRef === undefined ? undefined : await ownReference(typedRef);
    if (ref === undefined || ref.startsWith('/')) {
      problem.textContent = typed.trim() === '' ? 'Where does the link lead?' : 'Nothing has this name, and it is no address.';
      problem.hidden = false;
      input.focus();
      return;
    }
    chosen = ref;
    const place = anchor.value.trim().replace(/^#/, '');
    applyLink(editor, schemeOf(ref) === 'page' && place !== '' ? `${ref.split('#')[0]}#${place}` : ref, label);
    panel.close();
  }
}

function applyLink(editor: Editor, ref: string, label: string | undefined): void {
  const { empty } = editor.state.selection;
  if (editor.isActive('link')) editor.chain().extendMarkRange('link').setMark('link', { ref }).run();
  else if (empty) insertFound(editor, { uri: ref, label: label ?? nameOfReference(ref) });
  else editor.commands.setMark('link', { ref });
  const { to } = editor.state.selection;
  editor.commands.setTextSelection(to);
}

function existing(ref: string, { editor, close }: Panel): HTMLElement[] {
  const remove = textButton('Remove the link', () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run();
    close();
  });
  const address = openAddress(ref);
  return address === null ? [remove] : [element('a', { href: address, target: '_blank', rel: 'noopener' }, 'Open'), remove];
}

/** Where a link can be looked at: pages by their staff address, which leads on to the public one. */
function openAddress(ref: string): string | null {
  if (/^https?:/i.test(ref)) return ref;
  const page = /^page:(\d+)/.exec(ref)?.[1];
  if (page) return `/admin/pages/${page}/edit`;
  return /^page:(\/.*)$/.exec(ref)?.[1] ?? null;
}
