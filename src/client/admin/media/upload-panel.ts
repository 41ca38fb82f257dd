import { textButton } from '../editor/elements';
import type { RowState, UploadRow } from './upload-row';

interface PanelOptions {
  /** "image", "images" */
  readonly words: { readonly one: string; readonly many: string };
  readonly tryAll: () => void;
  /** Gives up what is not here yet, or with nothing left to do takes the panel away. */
  readonly close: () => void;
  /** Where the focus goes when there is nothing left here that could have it. */
  readonly home: HTMLElement;
}

/** What is seen of uploads: their rows below a heading that counts them. */
export class UploadPanel {
  private readonly list: HTMLElement;
  private readonly title: HTMLElement;
  private readonly closeButton: HTMLButtonElement;
  private readonly againButton: HTMLButtonElement;

  constructor(private readonly section: HTMLElement, private readonly options: PanelOptions) {
    this.list = section.querySelector<HTMLElement>('[data-uploads-list]')!;
    this.title = section.querySelector<HTMLElement>('[data-uploads-title]')!;
    this.closeButton = section.querySelector<HTMLButtonElement>('[data-uploads-close]')!;
    this.againButton = textButton('Try all again', () => { options.tryAll(); }, 'button');
    this.closeButton.before(this.againButton);
    this.closeButton.addEventListener('click', () => { options.close(); });
  }

  add(rows: readonly UploadRow[]): void {
    this.section.hidden = false;
    for (const { dom } of rows) this.list.append(dom);
    this.section.scrollIntoView({ block: 'nearest' });
    if (rows[0]) this.bring(rows[0]);
  }

  /** What needs somebody stands above what goes by itself, in its order. */
  raise({ dom }: UploadRow): void {
    const focused = dom.contains(document.activeElement) ? document.activeElement as HTMLElement : null;
    const before = [...this.list.children].find((other) => other !== dom && !other.matches('.sending--refused, .sending--lost'));
    if (before && (before.compareDocumentPosition(dom) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0) before.before(dom);
    focused?.focus({ preventScroll: true });
  }

  /** The list goes along with what is being sent, unless somebody is at it. */
  follow(row: UploadRow): void {
    if (!this.list.matches(':hover, :focus-within')) this.bring(row);
  }

  toTop(): void {
    if (!this.list.matches(':hover, :focus-within')) this.list.scrollTop = 0;
  }

  /** Within the list only: the page stays where it is. */
  private bring({ dom }: UploadRow): void {
    const [row, list] = [dom.getBoundingClientRect(), this.list.getBoundingClientRect()];
    if (row.top < list.top) this.list.scrollTop -= list.top - row.top;
    else if (row.bottom > list.bottom) this.list.scrollTop += Math.min(row.bottom - list.bottom, row.top - list.top);
  }

  /** The row after it has the focus, if it had it. */
  remove({ dom }: UploadRow): void {
    const heirs = [dom.nextElementSibling, dom.previousElementSibling].flatMap((row) => row?.querySelector<HTMLElement>('button, a') ?? []);
    const hadFocus = dom.contains(document.activeElement);
    dom.remove();
    if (hadFocus) (heirs[0] ?? this.options.home).focus();
  }

  hide(): void {
    const hadFocus = this.section.contains(document.activeElement) || document.activeElement === document.body;
    this.section.hidden = true;
    this.list.replaceChildren();
    if (hadFocus) this.options.home.focus();
  }

  /** `wait`: for what those that wait do. */
  say(states: readonly RowState[], wait: string | null): void {
    const many = (...counted: readonly RowState[]): number => states.filter((state) => counted.includes(state)).length;
    const [left, done, refused, lost] = [many('waiting', 'sending'), many('done'), many('refused'), many('lost')];
    const parts = [
      ...(left > 0 ? [`${this.count(left)} ${wait === null ? 'on the way' : `waiting ${wait}`}`] : []),
      ...(done > 0 ? [`${done} here`] : []), ...(refused > 0 ? [`${refused} refused`] : []), ...(lost > 0 ? [`${lost} not sent`] : []),
    ];
    this.title.textContent = left > 0 ? parts.join(', ') : parts.length > 0 ? `Uploads: ${parts.join(', ')}` : 'Uploads';
    if (lost < 2 && this.againButton === document.activeElement) this.closeButton.focus();
    this.againButton.hidden = lost < 2;
    this.closeButton.textContent = left + lost > 0 ? 'Cancel all' : 'Close';
  }

  private count(count: number): string {
    const { one, many } = this.options.words;
    return count === 1 ? `1 ${one}` : `${count} ${many}`;
  }
}
