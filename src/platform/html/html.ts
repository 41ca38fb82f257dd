/**
 * Text that is HTML by construction. Views print it with <%-, everything else with <%=.
 * Only this folder and our own serialisers make values of this type.
 */
export type Html = string & { readonly __html: unique symbol };

/** Vouch for a string that we assembled from escaped parts or had cleaned by the sanitiser. */
export function trusted(markup: string): Html {
  return markup as Html;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escape(text: string): Html {
  return trusted(text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character));
}

type Part = string | number | null | false;

/** html`<p>${text} ${raw(inner)}</p>`: everything is escaped but what raw() marks; null and false print nothing. */
export function html(strings: TemplateStringsArray, ...parts: (Part | RawHtml)[]): Html {
  return trusted(strings.reduce((result, string, index) => result + print(parts[index - 1]) + string));
}

/** Mark a part of the html template as HTML: html`<p>${raw(inner)}</p>`. */
export class RawHtml {
  constructor(readonly markup: Html) {}
}

export function raw(markup: Html | readonly Html[]): RawHtml {
  return new RawHtml(typeof markup === 'string' ? markup : join(markup));
}

export function join(parts: readonly Html[], separator = ''): Html {
  return trusted(parts.join(separator));
}

function print(part: Part | RawHtml | undefined): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof RawHtml) return part.markup;
  return escape(String(part));
}

/** JSON for a <script type="application/ld+json">: nothing in it can end the element. */
export function jsonForScript(data: unknown): Html {
  return trusted(JSON.stringify(data).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
