import { Mark, markInputRule } from '@tiptap/core';
import { isOutside, isReference } from './reference-names';

/** A link is its reference: the address is made when the page is shown. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  exitable: true,
  addAttributes: () => ({
    ref: {
      default: '',
      renderHTML: ({ ref }) => ({ 'data-ref': String(ref), ...(isOutside(String(ref)) ? { href: String(ref), rel: 'noopener noreferrer' } : {}) }),
    },
  }),
  parseHTML: () => [{
    tag: 'a',
    getAttrs: (link) => {
      const ref = link.dataset.ref ?? link.getAttribute('href') ?? '';
      return isReference(ref) ? { ref } : false;
    },
  }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

export const Subscript = script('subscript', 'sub', 'Mod-,');
export const Superscript = script('superscript', 'sup', 'Mod-.');

function script(name: string, tag: string, key: string): Mark {
  return Mark.create({
    name,
    priority: 60,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(name) };
    },
  });
}

/** TipTap's own allows no other mark beside it; here code may be bold, or a link. */
export const Code = Mark.create({
  name: 'code',
  priority: 50,
  code: true,
  exitable: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', { spellcheck: 'false' }, 0],
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark('code') };
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`([^`]+)`)$/, type: this.type })];
  },
});
