import { imageGrid } from '../completion/image-grid';
import type { Panel } from './panels';

/** A picture from the library after the paragraph of the caret; what it says is then asked beside it. */
export function fillImagePanel({ dom, editor, close }: Panel): HTMLElement {
  const grid = imageGrid((found) => {
    const { $to } = editor.state.selection;
    const after = $to.depth === 0 ? $to.pos : $to.after(1);
    editor.commands.insertContentAt(after, { type: 'image', attrs: { ref: found.uri, alt: null, decorative: false, caption: null } });
    close();
  });
  dom.append(grid.dom);
  return grid.input;
}
