/** The form of the page being edited; null on pages without one, or where it may only be read. */
export function pageForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('form#page-form');
}

/** Everything in the form as it would be sent, in its order. */
export function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  return fields;
}

/** What the text is without what changes by itself: two forms with equal texts hold the same page. */
export function textOf(fields: URLSearchParams): string {
  const text = new URLSearchParams(fields);
  for (const name of ['_csrf', '_method', 'base', 'number', 'note', 'key', 'then']) text.delete(name);
  return text.toString();
}

/** Says that the form is another one now, as if somebody had typed. */
export function tellChange(place: Element): void {
  place.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Sets one of the form's own hidden fields, such as `base`. */
export function setField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

export function field(form: HTMLFormElement, name: string): string {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found.value : '';
}
