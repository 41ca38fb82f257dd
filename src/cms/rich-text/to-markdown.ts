import type { Renderer } from '../references/renderer';
import type { RichText, RichTextMark, RichTextNode } from './document';
import { MARK_ORDER } from './grammar';
import { nameOfReference } from './references';
import { sortMarks } from './tidy';

type Resolving = Pick<Renderer, 'resolve'>;

/** The document as Markdown, for `index.md` and for reading aloud: links resolved as in the HTML. Ends without a line end. */
export function richTextToMarkdown(document: RichText, renderer: Resolving): string {
  return new MarkdownWriter(renderer).blocks(document.content);
}

class MarkdownWriter {
  constructor(private readonly renderer: Resolving) {}

  blocks(nodes: readonly RichTextNode[]): string {
    return nodes.map((node) => this.block(node)).filter((text) => text !== '').join('\n\n');
  }

  private block(node: RichTextNode): string {
    const content = node.content ?? [];
    switch (node.type) {
      case 'paragraph': return guardLines(this.inline(content));
      case 'heading': return `${'#'.repeat(Number(node.attrs?.['level'] ?? 2))} ${this.inline(content).replace(/\\?\n/g, ' ')}`;
      case 'bulletList': return content.map((item) => this.listItem('- ', item)).join('\n');
      case 'orderedList': return content.map((item, index) => this.listItem(`${Number(node.attrs?.['start'] ?? 1) + index}. `, item)).join('\n');
      case 'blockquote': return prefixLines('> ', this.blocks(content));
      case 'codeBlock': return fencedCode(content.map((part) => part.text ?? '').join(''), node.attrs?.['language']);
      case 'horizontalRule': return '---';
      case 'image': return [node.attrs?.['alt'], node.attrs?.['caption']].filter(Boolean).map((text) => `*${escapeMarkdown(String(text))}*`).join('\n\n');
      default: return '';
    }
  }

  private listItem(marker: string, node: RichTextNode): string {
    const text = (node.content ?? []).map((child, index) => (index > 0 && child.type === 'paragraph' ? '\n' : '') + this.block(child)).join('\n');
    return marker + prefixLines(' '.repeat(marker.length), text).trimStart();
  }

  private inline(nodes: readonly RichTextNode[]): string {
    return nodes.map((node) => this.inMarks(sortMarks(node.marks ?? []), this.inlineNode(node))).join('');
  }

  private inlineNode(node: RichTextNode): string {
    if (node.type === 'hardBreak') return '\\\n';
    if (node.type === 'reference') return this.reference(String(node.attrs?.['ref']), (node.attrs?.['text'] ?? null) as string | null);
    const isCode = (node.marks ?? []).some((mark) => mark.type === 'code');
    return isCode ? node.text ?? '' : escapeMarkdown(node.text ?? '');
  }

  private reference(uri: string, words: string | null): string {
    const target = this.renderer.resolve(uri);
    return markdownLink(words ?? target?.label ?? nameOfReference(uri), target?.url ?? null);
  }

  private inMarks(marks: readonly RichTextMark[], text: string): string {
    if (text.trim() === '' || text === '\\\n') return text;
    return [...marks].sort((one, other) => MARK_ORDER.indexOf(other.type) - MARK_ORDER.indexOf(one.type)).reduce((inside, mark) => this.inMark(mark, inside), text);
  }

  private inMark(mark: RichTextMark, text: string): string {
    switch (mark.type) {
      case 'code': return codeSpan(text);
      case 'bold': return around('**', text);
      case 'italic': return around('*', text);
      case 'strike': return around('~~', text);
      case 'link': return linked(text, this.renderer.resolve(String(mark.attrs?.['ref']))?.url ?? null);
      default: return text;
    }
  }
}

/** A link around plain words; only the words where there is nothing to link to. */
export function markdownLink(words: string, url: string | null): string {
  return linked(escapeMarkdown(words), url);
}

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

export function fencedCode(code: string, language: unknown): string {
  const fence = '`'.repeat(Math.max(3, 1 + longestRun(code)));
  return `${fence}${typeof language === 'string' ? language : ''}\n${code.replace(/\n$/, '')}\n${fence}`;
}

function linked(text: string, url: string | null): string {
  return url === null ? text : `[${text}](${url.replace(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}

/** What a line may not begin with, or it would be a list or a heading. */
function guardLines(text: string): string {
  return text.replace(/^(\d{1,9})([.)])(?= )/gm, '$1\\$2').replace(/^([#+-])(?=[ #-])/gm, '\\$1');
}

/** Emphasis begins and ends at a word, so spaces stay outside. */
function around(sign: string, text: string): string {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return end <= start ? text : text.slice(0, start) + sign + text.slice(start, end) + sign + text.slice(end);
}

function codeSpan(text: string): string {
  const fence = '`'.repeat(1 + longestRun(text));
  return text.includes('`') ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

function prefixLines(prefix: string, text: string): string {
  return text.split('\n').map((line) => (line === '' ? line : prefix + line)).join('\n');
}
