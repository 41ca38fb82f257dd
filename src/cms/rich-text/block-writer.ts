import type { RichTextMark, RichTextNode } from './document';

/** What an element hands down to what is inside it. */
export interface Context {
  readonly marks: readonly RichTextMark[];
  readonly align: 'center' | 'right' | null;
  readonly wordList?: WordListLevel;
}

/** A paragraph that a word processor meant as an item of a list. */
export interface WordListLevel {
  readonly level: number;
  readonly ordered: boolean;
}

/** Collects blocks; running text between them becomes paragraphs. */
export class BlockWriter {
  private readonly blocks: RichTextNode[] = [];
  private line: RichTextNode[] = [];
  private context: Context | undefined;

  inline(node: RichTextNode, context: Context): void {
    if (node.type === 'text' && node.text === '') return;
    this.context ??= context;
    this.line.push(node);
  }

  block(node: RichTextNode): void {
    this.end();
    this.blocks.push(node);
  }

  /** Ends the paragraph that is being written, if there is one; gives all blocks so far. */
  end(): RichTextNode[] {
    if (this.line.length > 0) this.blocks.push({ type: 'paragraph', attrs: attrsOf(this.context), content: this.line });
    this.line = [];
    this.context = undefined;
    return this.blocks;
  }
}

function attrsOf(context: Context | undefined): NonNullable<RichTextNode['attrs']> {
  const { align = null, wordList } = context ?? {};
  return { align, ...(wordList ? { wordLevel: wordList.level, wordOrdered: wordList.ordered } : {}) };
}
