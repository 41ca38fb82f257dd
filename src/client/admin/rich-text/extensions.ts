import { Extension, type Extensions } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { ImageNode } from './image-node';
import { Code, Link, Subscript, Superscript } from './marks';
import { ReferenceNode } from './reference-node';
import type { Size } from './stored';

/** Nodes and marks for exactly what src/cms/rich-text/grammar.ts allows in a place of this size. */
export function extensionsFor(size: Size): Extensions {
  const full = size === 'full';
  const kit = StarterKit.configure({
    // ours, since the stored ones are called and behave otherwise
    code: false, link: false, underline: false,
    // would add a paragraph that nobody wrote
    trailingNode: false,
    dropcursor: { color: false, class: 'drop-line' },
    ...(full ? { heading: { levels: [2, 3, 4] } } : { heading: false, blockquote: false, horizontalRule: false }),
    ...(size === 'cell' ? { codeBlock: false } : {}),
  });
  return [kit, Link, Subscript, Superscript, Code, ReferenceNode, alignment(full), ...(full ? [Anchors, ImageNode] : [])];
}

/** Of paragraphs and headings: a class, never a style. */
function alignment(headings: boolean): Extension {
  return Extension.create({
    name: 'alignment',
    addGlobalAttributes: () => [{
      types: headings ? ['paragraph', 'heading'] : ['paragraph'],
      attributes: {
        align: {
          default: null,
          parseHTML: ({ className }) => (/(?:^|\s)(center|right)(?:\s|$)/.exec(className)?.[1] ?? null),
          renderHTML: ({ align }) => (align ? { class: String(align) } : {}),
        },
      },
    }],
  });
}

/** Given and kept by the server, also over cut and paste; the second half of a heading that is split gets one of its own. */
const Anchors = Extension.create({
  name: 'anchors',
  addGlobalAttributes: () => [{
    types: ['heading'],
    attributes: {
      anchor: {
        default: null,
        keepOnSplit: false,
        parseHTML: ({ dataset }) => (/^[a-z][a-z0-9-]{0,99}$/.test(dataset.anchor ?? '') ? dataset.anchor : null),
        renderHTML: ({ anchor }) => (anchor ? { 'data-anchor': String(anchor) } : {}),
      },
    },
  }],
});
