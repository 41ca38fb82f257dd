const LARGE = 100_000;
const waiting = new WeakMap<HTMLInputElement, ReturnType<typeof setTimeout>>();

/**
 * Sets a hidden field and says so to the form, which then looks at all its fields. For a large text that takes longer than
 * a key does, so it is told at the next pause; the field itself is right at once.
 */
export function setHidden(hidden: HTMLInputElement, value: string): void {
  if (value === hidden.value) return;
  hidden.value = value;
  clearTimeout(waiting.get(hidden));
  const tell = () => { hidden.dispatchEvent(new Event('input', { bubbles: true })); };
  if (value.length < LARGE) tell();
  else waiting.set(hidden, setTimeout(tell, 400));
}
