const WIDTHS: Readonly<Record<string, number>> = { phone: 375, tablet: 768, desktop: 1200 };
const KEPT = 'plenary-preview-width';

/** Phone, tablet and desktop at their real widths, made small enough for the pane. */
export function fitFrame(pane: HTMLElement, body: HTMLElement): void {
  const radios = [...pane.querySelectorAll<HTMLInputElement>('input[name="preview-width"]')];
  const kept = radios.find(({ value }) => value === localStorage.getItem(KEPT));
  if (kept) kept.checked = true;
  const fit = (): void => {
    const width = WIDTHS[radios.find(({ checked }) => checked)?.value ?? 'phone'] ?? 375;
    const room = body.clientWidth - 2 * parseFloat(getComputedStyle(body).paddingLeft);
    const scale = Math.min(1, room / width);
    const height = body.clientHeight - 2 * parseFloat(getComputedStyle(body).paddingTop);
    for (const one of body.querySelectorAll('iframe')) {
      one.style.width = `${width}px`;
      one.style.height = `${height / scale}px`;
      one.style.transform = `scale(${scale})`;
      // what is drawn smaller still takes its whole width, and would be off the middle
      one.style.left = `${Math.max(0, (body.clientWidth - width * scale) / 2)}px`;
    }
  };
  for (const radio of radios) radio.addEventListener('change', (event) => {
    event.stopPropagation();
    localStorage.setItem(KEPT, radio.value);
    fit();
  });
  new ResizeObserver(fit).observe(body);
  new MutationObserver(fit).observe(body, { childList: true });
}
