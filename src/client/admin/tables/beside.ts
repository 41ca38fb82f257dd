import { freshToken, itemFrom, templatesOf } from '../editor/item-template';
import { itemsOf } from '../editor/items';

/** The fields that stand beside the cells in their block: `….value.rows` → `….value.headerRow`. */
export class Beside {
  private readonly prefix: string;
  private readonly scope: ParentNode;

  constructor(field: HTMLElement) {
    this.prefix = (field.dataset.name ?? '').replace(/\.[^.]+$/, '');
    this.scope = field.closest('[data-item]') ?? field.closest('form') ?? document;
  }

  checkbox(name: string): HTMLInputElement | null {
    return this.scope.querySelector(`input[type="checkbox"][name="${CSS.escape(`${this.prefix}.${name}`)}"]`);
  }

  list(name: string): HTMLElement | null {
    return this.scope.querySelector(`[data-repeat="${CSS.escape(`${this.prefix}.${name}`)}"]`);
  }
}

/** The alignment of columns: a list of choices that the grid keeps in step, out of sight. */
export class Alignment {
  constructor(private readonly repeat: HTMLElement | null) {
    const outer = repeat?.closest<HTMLElement>('[data-field="list"]') ?? repeat;
    if (outer) outer.hidden = true;
  }

  get values(): readonly string[] {
    return this.selects.map(({ value }) => value);
  }

  set values(wanted: readonly string[]) {
    const { repeat } = this;
    const template = repeat && templatesOf(repeat)[0];
    if (!repeat || !template) return;
    itemsOf(repeat).slice(wanted.length).forEach((item) => { item.remove(); });
    for (let missing = wanted.length - itemsOf(repeat).length; missing > 0; missing -= 1) {
      const last = itemsOf(repeat).at(-1);
      const item = itemFrom(repeat, template, freshToken());
      if (last) last.after(item);
      else repeat.prepend(item);
    }
    this.selects.forEach((select, index) => { select.value = wanted[index] ?? 'left'; });
  }

  private get selects(): HTMLSelectElement[] {
    return this.repeat ? itemsOf(this.repeat).flatMap((item) => item.querySelector('select') ?? []) : [];
  }
}

export interface Column { readonly token: string; readonly heading: string; readonly type: string }

/** Columns with types, as the list beside the cells has them now. */
export function columnsIn(repeat: HTMLElement): Column[] {
  return itemsOf(repeat).map((item) => ({
    token: item.dataset.item ?? '',
    heading: item.querySelector<HTMLInputElement>('input[name$=".heading"]')?.value ?? '',
    type: item.querySelector<HTMLSelectElement>('select[name$=".type"]')?.value ?? 'text',
  }));
}
