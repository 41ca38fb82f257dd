import { element } from './elements';

/** How many letters are left, said beside the field when they get few. Twice does no harm. */
export function startCounters(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[data-max], textarea[data-max]')) {
    if (field.dataset.counted !== undefined) continue;
    field.dataset.counted = '';
    const line = element('p', { class: 'hint counter' });
    field.after(line);
    const count = (): void => {
      const left = Number(field.dataset.max) - [...field.value].length;
      line.hidden = left > Math.max(20, Number(field.dataset.max) * 0.2);
      line.textContent = left >= 0 ? `${left} left` : `${-left} too many`;
      line.classList.toggle('c-warn', left < 0);
    };
    field.addEventListener('input', count);
    count();
  }
}
