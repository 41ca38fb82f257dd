import { html, raw, trusted, type Html } from '../../platform/html/html';
import type { ReferenceTarget } from '../reference-kind';
import { nameOfReference } from '../rich-text/references';
import type { Renderer } from './renderer';

/** Kinds are chips unless they say otherwise: a glossary term reads as a word among words. */
export interface Citing extends Pick<Renderer, 'resolve' | 'cite'> {
  isChip?(kind: string): boolean;
  /** What stands for a target of a kind whose keys tell too much, when it is gone. */
  nameOfMissing?(uri: string): string | undefined;
}

/**
 * Something cited in running text: a chip with its name, or a link around somebody's own words; after it the number of the
 * source, for kinds that stand in the bibliography. What is missing prints as plain text (content.md 8.5).
 */
export function citationHtml(render: Citing, uri: string, words: string | null): Html {
  const target = render.resolve(uri);
  if (!target) return html`${words ?? render.nameOfMissing?.(uri) ?? nameOfReference(uri)}`;

  const mark = sourceMark(render, uri);
  const text = words ?? (render.isChip?.(target.kind) === false ? target.label : null);
  if (text !== null) return html`${raw(inWords(target, text))}${raw(mark)}`;

  const name = mark === '' ? html`${target.label}` : trusted(html`${target.label}`.replaceAll(' ', '&nbsp;'));
  const attributes = html`class="${mark === '' && target.kind !== 'rfc' ? `rfc ${target.kind}` : 'rfc'}"${target.title === null ? null : raw(html` title="${target.title}"`)}`;
  const chip = target.url ? html`<a ${raw(attributes)} href="${target.url}">${raw(name)}</a>` : html`<span ${raw(attributes)}>${raw(name)}</span>`;
  return mark === '' ? chip : html`<span class="citation">${raw(chip)}${raw(mark)}</span>`;
}

/** Somebody's own words, or the name of something that is no chip: a link, or at least what it means. */
function inWords({ url, title }: ReferenceTarget, text: string): Html {
  if (url) return html`<a href="${url}">${text}</a>`;
  return title === null ? html`${text}` : html`<span class="term" title="${title}">${text}</span>`;
}

/** The number of a source, leading to its entry; nothing for kinds that are not listed. */
export function sourceMark(render: Citing, uri: string): Html {
  const number = render.cite(uri);
  if (number === null) return html``;
  return html`<sup class="bibliography-reference"><a href="#bibliography${number}" aria-label="Source ${number}">${number}</a></sup>`;
}
