import type { ChainedCommands, Editor } from '@tiptap/core';
import { element, icon } from '../editor/elements';
import { focusText } from './focus-text';
import { openPanel } from './panels';
import type { Size } from './stored';
import type { Place } from './toolbar';

export interface Tool {
  readonly label: string;
  readonly keys?: string;
  face(): Node;
  isOn?(editor: Editor): boolean;
  run(place: Place): void;
}

export interface Choice {
  readonly label: string;
  isOn?(editor: Editor): boolean;
  run(place: Place): void;
}

/** What stands in the bar, group by group. */
export function inlineTools(size: Size): readonly (readonly Tool[])[] {
  const marks = [
    markTool('Bold', 'bold', 'Ctrl+B', () => element('b', {}, 'B')),
    markTool('Italic', 'italic', 'Ctrl+I', () => element('i', {}, 'I')),
    markTool('Code', 'code', 'Ctrl+E', () => icon('i-code')),
    { label: 'Link', face: () => icon('i-link'), isOn: (editor: Editor) => editor.isActive('link'), run: (place: Place) => { openPanel('link', place); } },
  ];
  const blocks: Tool[] = [
    blockTool('List', 'bulletList', 'i-ul', (editor) => { change(editor, editor.chain().toggleBulletList()); }),
    blockTool('Numbered list', 'orderedList', 'i-ol', (editor) => { change(editor, editor.chain().toggleOrderedList()); }),
    ...(size === 'full' ? [blockTool('Quote', 'blockquote', 'i-quote', (editor) => { change(editor, editor.chain().toggleBlockquote()); })] : []),
  ];
  const reference: Tool = { label: 'Reference', face: () => element('span', { class: 'rt-tool__word' }, 'Reference'), run: (place) => { openPanel('reference', place); } };
  return [marks, blocks, [reference]];
}

function markTool(label: string, mark: string, keys: string, face: () => Node): Tool {
  return { label, keys, face, isOn: (editor) => editor.isActive(mark), run: ({ editor }) => { change(editor, editor.chain().toggleMark(mark)); } };
}

function blockTool(label: string, node: string, iconName: string, run: (editor: Editor) => void): Tool {
  return { label, face: () => icon(iconName), isOn: (editor) => editor.isActive(node), run: ({ editor }) => { run(editor); } };
}

/** What a paragraph may be. */
export function styleChoices(): readonly Choice[] {
  const headings = ([2, 3, 4] as const).map((level): Choice => ({
    label: `Heading ${level}`, isOn: (editor) => editor.isActive('heading', { level }), run: ({ editor }) => { change(editor, editor.chain().setHeading({ level })); },
  }));
  return [{ label: 'Paragraph', isOn: (editor) => editor.isActive('paragraph'), run: ({ editor }) => { change(editor, editor.chain().setParagraph()); } }, ...headings];
}

export function styleName(editor: Editor): string {
  return styleChoices().find(({ isOn }) => isOn?.(editor))?.label ?? (editor.isActive('codeBlock') ? 'Code block' : 'Paragraph');
}

/** What is wanted more rarely. */
export function moreChoices(size: Size): readonly Choice[] {
  const marks = ([['Struck through', 'strike'], ['Subscript', 'subscript'], ['Superscript', 'superscript']] as const).map(([label, mark]): Choice => ({
    label, isOn: (editor) => editor.isActive(mark), run: ({ editor }) => { change(editor, editor.chain().toggleMark(mark)); },
  }));
  const sides = ([['To the left', null], ['To the middle', 'center'], ['To the right', 'right']] as const).map(([label, align]): Choice => ({
    label, isOn: (editor) => alignOf(editor) === align,
    run: ({ editor }) => { change(editor, editor.chain().updateAttributes('paragraph', { align }).updateAttributes('heading', { align })); },
  }));
  const code: Choice = { label: 'Code block', isOn: (editor) => editor.isActive('codeBlock'), run: ({ editor }) => { change(editor, editor.chain().toggleCodeBlock()); } };
  const full: Choice[] = [
    { label: 'Image…', run: (place) => { openPanel('image', place); } },
    { label: 'Line across', run: ({ editor }) => { change(editor, editor.chain().setHorizontalRule()); } },
  ];
  return [...marks, ...(size === 'cell' ? [] : [code]), ...(size === 'full' ? full : []), ...(size === 'cell' ? [] : sides)];
}

/** The text goes on having the focus. */
function change(editor: Editor, chain: ChainedCommands): void {
  chain.run();
  focusText(editor);
}

function alignOf(editor: Editor): unknown {
  const { $from } = editor.state.selection;
  return ($from.parent.attrs['align'] ?? null) as unknown;
}
