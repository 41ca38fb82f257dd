import { element, textButton } from '../editor/elements';

type Content = ReadonlyMap<string, string>;

/** What was in a form when it was last the same as in the library; null: it was refused, and is typed and nowhere else. */
const saved = new WeakMap<HTMLFormElement, Content | null>();

/** From here on the form counts as saved. */
export function rememberSaved(form: HTMLFormElement): void {
  saved.set(form, contentOf(form));
}

export function rememberRefused(form: HTMLFormElement): void {
  saved.set(form, null);
}

export function isUnsaved(form: HTMLFormElement | null): form is HTMLFormElement {
  return form !== null && saved.has(form) && changesIn(form).size > 0;
}

/**
 * What the server has stored since in the fields that were not touched here, out of a form that it has drawn anew. Gives whether somebody
 * else changed a field that was typed in, too: then it is for saving to say so.
 */
export function takeUntouched(form: HTMLFormElement, made: HTMLFormElement): boolean {
  const before = saved.get(form);
  if (!before) return true; // all of it is typed and nowhere else
  const [touched, stored] = [withPartners(changesIn(form)), contentOf(made)];
  for (const [name, value] of stored) {
    const field = form.elements.namedItem(name);
    if (touched.has(name.replace(/^was\./, '')) || name.startsWith('_') || name === 'version') continue; // what was typed is about what it was
    if (field instanceof RadioNodeList || field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value;
  }
  saved.set(form, new Map([...before].map(([name, value]) => [name, touched.has(name) ? value : stored.get(name) ?? value])));
  return [...touched].some((name) => stored.has(name) && stored.get(name) !== before.get(name));
}

/** Answers that are one answer: of a half, nobody could say what it means. */
const TOGETHER = [['altDecision', 'alt'], ['focalX', 'focalY']];

/**
 * What to send: the fields that were changed here, so that what somebody else changed in the others meanwhile stays theirs. After a
 * refusal all of them: then everything has been seen.
 */
export function fieldsToSend(form: HTMLFormElement): URLSearchParams {
  const content = contentOf(form);
  const changed = withPartners(changesIn(form));
  const always = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].map(({ name }) => name).filter((name) => name !== 'collection');
  return new URLSearchParams([...content].filter(([name]) => changed.has(name) || always.includes(name)));
}

function withPartners(names: ReadonlySet<string>): Set<string> {
  return new Set([...names, ...TOGETHER.filter((pair) => pair.some((name) => names.has(name))).flat()]);
}

function changesIn(form: HTMLFormElement): Set<string> {
  const before = saved.get(form);
  const now = contentOf(form);
  return new Set([...now.keys()].filter((name) => isTyped(name) && (!before || before.get(name) !== now.get(name))));
}

/** Not what the form says of itself: which version it is of, and what its fields were. */
function isTyped(name: string): boolean {
  return !name.startsWith('_') && !name.startsWith('was.') && name !== 'version' && name !== 'restore';
}

function contentOf(form: HTMLFormElement): Content {
  return new Map([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
}

export type Leaving = 'save' | 'discard' | 'stay';

/** What shall become of what was typed. */
export function askBeforeLeaving(title: string): Promise<Leaving> {
  return new Promise((resolve) => {
    let answer: Leaving = 'stay';
    const dialog = element('dialog', { class: 'dialog dialog--small', 'aria-labelledby': 'unsaved-title' });
    const button = (text: string, means: Leaving, className: string): HTMLButtonElement => textButton(text, () => { answer = means; dialog.close(); }, className);
    dialog.append(
      element('div', { class: 'dialog-head' }, element('h2', { id: 'unsaved-title' }, 'Save first?')),
      element('div', { class: 'dialog-form' }, element('p', {}, `What you changed about “${title}” is not saved.`),
        element('div', { class: 'dialog-foot' }, button('Save', 'save', 'button button--main'), button('Throw it away', 'discard', 'button button--danger'), button('Stay here', 'stay', 'button'))),
    );
    dialog.addEventListener('close', () => { dialog.remove(); resolve(answer); });
    document.body.append(dialog);
    dialog.showModal();
  });
}
