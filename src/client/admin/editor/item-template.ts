const NEW = '__new__';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Ten characters, as block ids have them. */
export function freshToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

export function templatesOf(repeat: HTMLElement): HTMLTemplateElement[] {
  return [...repeat.querySelectorAll<HTMLTemplateElement>(':scope > template[data-template]')];
}

export function templateFor(repeat: HTMLElement, type: string): HTMLTemplateElement | undefined {
  return templatesOf(repeat).find((template) => template.dataset.template === type);
}

/**
 * An empty item out of the repeat's template, not yet on the page.
 * Only the prefix of this repeat is named anew, so that templates inside it keep their own places.
 */
export function itemFrom(repeat: HTMLElement, template: HTMLTemplateElement, token: string): HTMLElement {
  const fragment = template.content.cloneNode(true) as DocumentFragment;
  const name = repeat.dataset.repeat ?? '';
  rename(fragment, `${name}.${NEW}`, `${name}.${token}`);
  const item = fragment.querySelector<HTMLElement>('[data-item]');
  if (!item) throw new Error(`The template of ${name} has no item`);
  item.dataset.item = token;
  for (const input of item.querySelectorAll<HTMLInputElement>(':scope > input[type="hidden"]')) {
    if (input.name === `${name}.items`) input.value = token;
  }
  return document.importNode(item, true);
}

function rename(root: DocumentFragment, from: string, to: string): void {
  for (const element of root.querySelectorAll('*')) {
    for (const attribute of [...element.attributes]) {
      // what somebody wrote is never touched, only what points at places
      if (attribute.name !== 'value' && attribute.value.includes(from)) element.setAttribute(attribute.name, attribute.value.replaceAll(from, to));
    }
    if (element instanceof HTMLTemplateElement) rename(element.content, from, to);
  }
}
