import { escape, html, join, raw, trusted, type Html } from '../../platform/html/html';
import type { RichText, RichTextNode } from './document';
import { CITATION } from './hrefs';
import { inlineHtml } from './inline-html';

/**
 * The HTML of seeds, exports and the clipboard: references stand in href as they are stored, nothing is resolved.
 * parseHtml() reads it back to the same document, if that is tidy.
 */
export function toPortableHtml(document: RichText): Html {
  return join(document.content.map(block));
}

function block(node: RichTextNode): Html {
  const content = node.content ?? [];
  switch (node.type) {
    case 'paragraph': return html`<p${aligned(node)}>${raw(inline(content))}</p>`;
    case 'heading': return heading(node);
    case 'bulletList': return html`<ul>${raw(content.map(item))}</ul>`;
    case 'orderedList': return html`<ol${attribute('start', node.attrs?.['start'])}>${raw(content.map(item))}</ol>`;
    case 'blockquote': return html`<blockquote>${raw(content.map(block))}</blockquote>`;
    case 'codeBlock': return codeBlock(node);
    case 'horizontalRule': return html`<hr>`;
    case 'image': return image(node);
    default: return html``;
  }
}

function heading(node: RichTextNode): Html {
  const tag = trusted(`h${Number(node.attrs?.['level'] ?? 2)}`);
  return html`<${raw(tag)}${attribute('id', node.attrs?.['anchor'])}${aligned(node)}>${raw(inline(node.content ?? []))}</${raw(tag)}>`;
}

function codeBlock(node: RichTextNode): Html {
  const language = node.attrs?.['language'];
  const code = (node.content ?? []).map((part) => part.text ?? '').join('');
  return html`<pre><code${attribute('class', language && `language-${String(language)}`)}>${code}</code></pre>`;
}

function image(node: RichTextNode): Html {
  const { ref, alt, decorative, caption } = node.attrs ?? {};
  const picture = html`<img src="${String(ref)}"${decorative === true ? raw(html` alt=""`) : attribute('alt', alt)}>`;
  return html`<figure>${raw(picture)}${caption ? raw(html`<figcaption>${String(caption)}</figcaption>`) : null}</figure>`;
}

/** One paragraph stands bare in its item; so do lists after it. */
function item(node: RichTextNode): Html {
  const [first, ...others] = node.content ?? [];
  const bare = first?.type === 'paragraph' && !first.attrs && others.every((other) => other.type !== 'paragraph');
  return html`<li>${raw(bare ? inline(first.content ?? []) : block(first ?? { type: 'paragraph' }))}${raw(others.map(block))}</li>`;
}

function inline(nodes: readonly RichTextNode[]): Html {
  return inlineHtml(nodes.map(withoutCitations), {
    node: (node) => (node.type === 'reference' ? citation(node) : html`<br>`),
    link: (ref, text) => html`<a href="${ref}">${raw(text)}</a>`,
  }).replaceAll(BREAK, '<!---->') as Html;
}

function citation(node: RichTextNode): Html {
  return html`<a href="${String(node.attrs?.['ref'])}">${(node.attrs?.['text'] ?? null) as string | null}</a>`;
}

/** Somebody's own `[[rfc:9110]]`, meant as these letters, is kept from being read as a citation: a comment goes between the brackets. */
function withoutCitations(node: RichTextNode): RichTextNode {
  if (node.type !== 'text' || !node.text?.includes('[[')) return node;
  return { ...node, text: node.text.replace(CITATION, (whole) => `[${BREAK}${whole.slice(1)}`) };
}

/** Not a character that cleaned text can hold. */
const BREAK = '\u0001';

function aligned(node: RichTextNode) {
  return attribute('class', node.attrs?.['align']);
}

function attribute(name: string, value: string | number | boolean | null | undefined) {
  return value === null || value === undefined || value === '' ? null : raw(trusted(` ${name}="${escape(String(value))}"`));
}
