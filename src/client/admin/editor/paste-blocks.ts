import type { AltAnswer } from '../completion/alt-answer';
import { fromServer } from '../html';
import { announce } from './announce';
import { insertAt } from './insert';
import { repeatOf } from './items';

/** What `POST /admin/paste` makes of something copied elsewhere: texts, tables, and what is neither; or an image that was brought. */
interface Pasted {
  readonly type: string;
  readonly doc?: unknown;
  readonly rows?: unknown;
  readonly html?: string;
  readonly image?: { readonly ref: string } & AltAnswer;
}

/** Blocks that come out of a paste into a text stand after its block. */
export function takePastedBlocks(form: HTMLElement): void {
  form.addEventListener('plenary:paste-blocks', (event) => {
    const { blocks, after } = (event as CustomEvent<{ blocks: readonly Pasted[]; after: Element }>).detail;
    const block = after.closest<HTMLElement>('[data-blocks] > [data-item]');
    const repeat = block && repeatOf(block);
    if (!block || !repeat) return;
    let last: HTMLElement = block;
    for (const pasted of blocks) last = put(repeat, last, pasted) ?? last;
    announce(`${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'} pasted`);
  });
}

function put(repeat: HTMLElement, after: HTMLElement, pasted: Pasted): HTMLElement | undefined {
  const made = insertAt(repeat, after.nextElementSibling, pasted.type, (item) => write(item, pasted));
  if (made || pasted.type === 'paragraph') return made;
  // where such a block may not stand, its words still arrive
  const doc = wordsOnly(pasted.html ?? JSON.stringify(pasted.rows ?? ''));
  return put(repeat, after, { type: 'paragraph', doc });
}

function write(item: HTMLElement, { doc, rows, html, image }: Pasted): void {
  if (image) writeImage(item, image);
  const json = item.querySelector<HTMLInputElement>('input[name$=".json"]');
  const area = item.querySelector<HTMLTextAreaElement>('textarea[name$=".html"]');
  const source = item.querySelector<HTMLTextAreaElement>('[data-field="raw-html"] textarea');
  if (source && html !== undefined) source.value = html;
  if (!json || (doc ?? rows) === undefined) return;
  json.value = JSON.stringify(doc ?? rows);
  if (area) area.disabled = true;
}

function writeImage(item: HTMLElement, { ref, alt, decorative }: NonNullable<Pasted['image']>): void {
  const field = item.querySelector<HTMLElement>('[data-field="image"]');
  for (const input of field?.querySelectorAll<HTMLInputElement>('input') ?? []) {
    if (input.name.endsWith('.ref')) input.value = ref;
    else if (input.name.endsWith('.alt')) input.value = alt ?? '';
    else input.checked = input.value === (decorative ? 'decorative' : alt === null ? null : 'described');
  }
}

function wordsOnly(html: string): unknown {
  const lines = (fromServer(html).body.innerText || '').split(/\n+/).map((line) => line.trim()).filter(Boolean);
  return { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
}
