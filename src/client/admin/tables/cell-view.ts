import { DOMSerializer } from '@tiptap/pm/model';
import { pictureOfReference } from '../completion/library-pictures';
import { element, icon } from '../editor/elements';
import { schemaOf } from '../rich-text/editor';
import { toLoadable } from '../rich-text/normal-form';
import { nameOfReference } from '../rich-text/reference-names';
import { isDocument, type StoredDocument } from '../rich-text/stored';
import type { Cell, ImageCell } from './model';

/** A cell that nobody writes in: as it looks in the editor, without one, so that a table of thousands stays quick. */
export function cellView(cell: Cell): Node {
  if (cell === null) return document.createTextNode('');
  if (typeof cell !== 'object') return document.createTextNode(String(cell));
  return isDocument(cell) ? documentView(cell) : imageView(cell);
}

function documentView(cell: StoredDocument): Node {
  const plain = plainText(cell);
  if (plain !== undefined) return element('p', {}, plain);
  const schema = schemaOf('cell');
  try {
    return DOMSerializer.fromSchema(schema).serializeFragment(schema.nodeFromJSON(toLoadable(cell)).content);
  } catch {
    // something that only the server knows: it is kept, and not edited
    return element('p', { class: 'soft' }, 'Kept as it is');
  }
}

/** Most cells are one line without any formatting. */
function plainText({ content }: StoredDocument): string | undefined {
  const [only, ...others] = content;
  if (only === undefined) return '';
  if (others.length > 0 || only.type !== 'paragraph' || only.attrs) return undefined;
  const [text, ...more] = only.content ?? [];
  return text === undefined ? '' : more.length === 0 && text.type === 'text' && !text.marks ? text.text : undefined;
}

function imageView({ ref, alt, decorative }: ImageCell): Node {
  const thumb = pictureOfReference(ref);
  const words = decorative ? 'Decoration' : alt ?? 'Description needed';
  return element('span', { class: 'tb__image' }, thumb ? element('img', { src: thumb, alt: '' }) : icon('i-image'), nameOfReference(ref), element('span', { class: 'soft' }, words));
}

export function textOfCell(cell: Cell): string {
  return cellView(cell).textContent ?? '';
}
