import { Node, type NodeViewRendererProps } from '@tiptap/core';
import type { AltAnswer } from '../completion/alt-answer';
import { altQuestion } from '../completion/alt-question';
import { pictureOfReference } from '../completion/library-pictures';
import { element, icon, iconButton } from '../editor/elements';
import { focusText } from './focus-text';
import { isReference, nameOfReference } from './reference-names';

export interface ImageAttrs extends AltAnswer {
  readonly ref: string;
  readonly caption: string | null;
}

/** A picture between paragraphs. What it says to those who cannot see it is asked right there. */
export const ImageNode = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    ref: { default: '', rendered: false }, alt: { default: null, rendered: false },
    decorative: { default: false, rendered: false }, caption: { default: null, rendered: false },
  }),
  parseHTML: () => [{
    tag: 'figure[data-image]',
    getAttrs: ({ dataset }) => (isReference(dataset.image ?? '') && dataset.image?.startsWith('image:')
      ? { ref: dataset.image, alt: dataset.alt || null, decorative: dataset.decorative === 'yes', caption: dataset.caption || null } : false),
  }],
  renderHTML: ({ node }) => {
    const { ref, alt, decorative, caption } = node.attrs as ImageAttrs;
    return ['figure', { 'data-image': ref, 'data-alt': alt ?? '', 'data-decorative': decorative ? 'yes' : 'no', 'data-caption': caption ?? '' }, alt ?? caption ?? nameOfReference(ref)];
  },
  renderText: ({ node }) => (node.attrs as ImageAttrs).alt ?? '',
  addNodeView: () => (props) => imageView(props),
});

function imageView({ node, editor, getPos }: NodeViewRendererProps) {
  let attrs = node.attrs as ImageAttrs;
  const change = (changed: Partial<ImageAttrs>) => {
    const at = getPos();
    if (at === undefined) return;
    attrs = { ...attrs, ...changed };
    editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, attrs));
  };
  const question = altQuestion(attrs.ref, attrs, change);
  const caption = element('input', { class: 'input', type: 'text', form: '-', maxlength: '2000', 'aria-label': 'Caption', placeholder: 'Caption, if it needs one' });
  caption.value = attrs.caption ?? '';
  caption.addEventListener('input', () => { change({ caption: caption.value || null }); });

  const remove = iconButton('x', 'Remove the image', () => {
    const at = getPos();
    if (at !== undefined) editor.commands.deleteRange({ from: at, to: at + 1 });
    focusText(editor);
  });
  const head = element('div', { class: 'rt-image__head' }, element('span', { class: 'small soft grow' }, nameOfReference(attrs.ref)), remove);
  const controls = element('div', { class: 'rt-image__asked' }, head, question.dom, caption);
  const dom = element('div', { class: 'rt-image', contenteditable: 'false' }, pictureFor(attrs.ref), controls);
  for (const control of controls.querySelectorAll<HTMLInputElement | HTMLButtonElement>('input, button')) control.disabled = !editor.isEditable;
  return {
    dom,
    // what is typed into its fields is theirs, not the text's
    stopEvent: (event: Event) => event.target instanceof globalThis.Node && controls.contains(event.target),
    ignoreMutation: () => true,
    update(changed: NodeViewRendererProps['node']) {
      const next = changed.attrs as ImageAttrs;
      if (changed.type !== node.type || next.ref !== attrs.ref) return false;
      attrs = next;
      question.show(attrs);
      if (caption.value !== (attrs.caption ?? '')) caption.value = attrs.caption ?? '';
      return true;
    },
  };
}

function pictureFor(ref: string): HTMLElement {
  const thumb = pictureOfReference(ref);
  return element('div', { class: 'rt-image__picture' }, thumb ? element('img', { src: thumb, alt: '', draggable: 'false' }) : icon('i-image'));
}
