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
  return new HtmlWriter(renderer).blocks(document.content);
}

class HtmlWriter {
  constructor(private readonly renderer: RichTextRenderer) {}

  blocks(nodes: readonly RichTextNode[]): Html {
    return join(nodes.map((node) => this.block(node)));
  }

  private block(node: RichTextNode): Html {
    const content = node.content ?? [];
    switch (node.type) {
      case 'paragraph': return content.length === 0 ? html`` : html`<p${raw(classOf(node))}>${raw(this.inline(content))}</p>`;
      case 'heading': return this.heading(node);
      case 'bulletList': return html`<ul>${raw(content.map((child) => this.item(child)))}</ul>`;
      case 'orderedList': return html`<ol${raw(startOf(node))}>${raw(content.map((child) => this.item(child)))}</ol>`;
      case 'blockquote': return html`<blockquote>${raw(this.blocks(content))}</blockquote>`;
      case 'codeBlock': return html`<pre tabindex="0"><code>${textOf(node)}</code></pre>`;
      case 'horizontalRule': return html`<hr>`;
      case 'image': return this.image(node);
      default: return html``;
    }
  }

  private heading(node: RichTextNode): Html {
    const { level, anchor = null } = node.attrs ?? {};
    const text = textOf(node, (uri) => this.renderer.resolve(uri)?.label ?? nameOfReference(uri));
    return this.renderer.heading(level === 3 || level === 4 ? level : 2, text.replace(/\s+/g, ' ').trim(), anchor as string | null, alignOf(node));
  }

  /** An item that is one paragraph, with or without lists below it, prints without `<p>`. */
  private item(node: RichTextNode): Html {
    const [first, ...others] = node.content ?? [];
    const tight = first?.type === 'paragraph' && alignOf(first) === null && others.every(({ type }) => type === 'bulletList' || type === 'orderedList');
    return html`<li>${raw(tight ? this.inline(first.content ?? []) : this.blocks(first ? [first] : []))}${raw(this.blocks(others))}</li>`;
  }

  private inline(nodes: readonly RichTextNode[]): Html {
    return inlineHtml(nodes, {
      node: (node) => (node.type === 'reference' ? this.citation(node) : html`<br>`),
      link: (ref, text) => {
        const url = this.renderer.resolve(ref)?.url;
        return url ? html`<a href="${url}">${raw(text)}</a>${raw(sourceMark(this.renderer, ref))}` : text;
      },
    });
  }

  private citation(node: RichTextNode): Html {
    return citationHtml(this.renderer, String(node.attrs?.['ref']), (node.attrs?.['text'] ?? null) as string | null);
  }

  private image(node: RichTextNode): Html {
    const { ref, alt = null, decorative, caption } = node.attrs ?? {};
    const picture = this.renderer.picture({ ref: String(ref), alt: alt as string | null, decorative: decorative === true }, 'body');
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
