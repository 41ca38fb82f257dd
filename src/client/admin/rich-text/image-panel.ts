import { ImageChooser } from '../completion/image-chooser';
import { placeAfterCaret, putPicture, receiveFiles } from './pictures';
import type { Panel } from './panels';

/** A picture from the library, or new ones for it, after the paragraph of the caret; what it says is then asked beside it. */
export function fillImagePanel({ dom, editor, close }: Panel): HTMLElement {
  const chooser = new ImageChooser({
    several: true,
    pick({ uri }) {
      close();
      putPicture(editor, uri, placeAfterCaret(editor.state), 'asks');
    },
    take(files) {
      const place = placeAfterCaret(editor.state);
      close();
      receiveFiles(editor, files, place);
    },
  });
  dom.append(chooser.dom);
  return chooser.input;
}
