/** Does something that changes the height of what is above a part, and scrolls so that the part stays where it was on the screen. */
export function keepInPlace(part: () => Element | undefined, change: () => void): void {
  const before = part()?.getBoundingClientRect().top;
  change();
  const after = part();
  const moved = before === undefined || !after ? 0 : after.getBoundingClientRect().top - before;
  if (moved !== 0 && after) scrollerOf(after).scrollBy({ top: moved, behavior: 'instant' });
}

function scrollerOf(part: Element): Element {
  for (let box = part.parentElement; box; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    if ((overflowY === 'auto' || overflowY === 'scroll') && box.scrollHeight > box.clientHeight) return box;
  }
  return document.scrollingElement ?? document.documentElement;
}
