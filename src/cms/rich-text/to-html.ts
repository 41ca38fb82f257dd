import { html, join, raw, trusted, type Html } from '../../platform/html/html';
import { citationHtml, sourceMark, type Citing } from '../references/citation';
import type { Renderer } from '../references/renderer';
import type { RichText, RichTextNode } from './document';
import { inlineHtml } from './inline-html';
import { nameOfReference } from './references';
import { textOf } from './to-text';

export type Align = 'center' | 'right';

/** What is needed of a renderer; a heading may be set to the middle or the right. */
export interface RichTextRenderer extends Citing, Pick<Renderer, 'picture'> {
  heading(level: 2 | 3 | 4, text: string, anchor: string | null, align?: Align | null): Html;
}

/** The document as readers get it: everything escaped, links resolved, nothing but what the grammar knows. */
export function richTextToHtml(document: RichText, renderer: RichTextRenderer): Html {
  return blocks(document.content);

  function blocks(nodes: readonly RichTextNode[]): Html {
    return join(nodes.map(block));
  }

  function block(node: RichTextNode): Html {
    const content = node.content ?? [];
    switch (node.type) {
      case 'paragraph': return html`<p${raw(classOf(node))}>${raw(inline(content))}</p>`;
      case 'heading': return heading(node);
      case 'bulletList': return html`<ul>${raw(content.map(item))}</ul>`;
      case 'orderedList': return html`<ol${raw(startOf(node))}>${raw(content.map(item))}</ol>`;
      case 'blockquote': return html`<blockquote>${raw(blocks(content))}</blockquote>`;
      case 'codeBlock': return html`<pre tabindex="0"><code>${textOf(node)}</code></pre>`;
      case 'horizontalRule': return html`<hr>`;
      case 'image': return image(node);
      default: return html``;
    }
  }

  function heading(node: RichTextNode): Html {
    const { level, anchor = null } = node.attrs ?? {};
    const text = textOf(node, (uri) => renderer.resolve(uri)?.label ?? nameOfReference(uri));
    return renderer.heading(level === 3 || level === 4 ? level : 2, text.replace(/\s+/g, ' ').trim(), anchor as string | null, alignOf(node));
  }

  /** An item that is one paragraph, with or without lists below it, prints without `<p>`. */
  function item(node: RichTextNode): Html {
    const [first, ...others] = node.content ?? [];
    const tight = first?.type === 'paragraph' && alignOf(first) === null && others.every(({ type }) => type === 'bulletList' || type === 'orderedList');
    return html`<li>${raw(tight ? inline(first.content ?? []) : blocks(first ? [first] : []))}${raw(blocks(others))}</li>`;
  }

  function inline(nodes: readonly RichTextNode[]): Html {
    return inlineHtml(nodes, {
      node: (node) => (node.type === 'reference' ? citation(node) : html`<br>`),
      link: (ref, text) => {
        const url = renderer.resolve(ref)?.url;
        return url ? html`<a href="${url}">${raw(text)}</a>${raw(sourceMark(renderer, ref))}` : text;
      },
    });
  }

  function citation(node: RichTextNode): Html {
    return citationHtml(renderer, String(node.attrs?.['ref']), (node.attrs?.['text'] ?? null) as string | null);
  }

  function image(node: RichTextNode): Html {
    const { ref, alt = null, decorative, caption } = node.attrs ?? {};
    const picture = renderer.picture({ ref: String(ref), alt: alt as string | null, decorative: decorative === true }, 'body');
    if (!picture) return html``;
    return html`<figure>${raw(picture)}${caption ? raw(html`<figcaption>${String(caption)}</figcaption>`) : null}</figure>`;
  }
}

export function alignOf(node: RichTextNode): Align | null {
  const align = node.attrs?.['align'];
  return align === 'center' || align === 'right' ? align : null;
}

function classOf(node: RichTextNode): Html {
  const align = alignOf(node);
  return align ? html` class="${align}"` : html``;
}

function startOf(node: RichTextNode): Html {
  const start = Number(node.attrs?.['start'] ?? 1);
  return start === 1 ? trusted('') : html` start="${start}"`;
}
