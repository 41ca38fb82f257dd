/**
 * `<details data-wide="62rem">` folds on small screens only. The style sheet shows its content on wide ones; here it is
 * opened too, so that assistive technology is told the truth, and its summary stops being a control.
 */
export function openOnWideScreens(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-wide]')) {
    const wide = matchMedia(`(width >= ${details.dataset.wide ?? '0'})`);
    const follow = () => {
      details.open = wide.matches;
      if (details.firstElementChild instanceof HTMLElement) details.firstElementChild.tabIndex = wide.matches ? -1 : 0;
    };
    wide.addEventListener('change', follow);
    follow();
  }
}
