import { announce } from '../editor/announce';

/** The button beside an address takes it to the clipboard; where that is not allowed, it selects the address. */
export function startCopying(root: HTMLElement): void {
  const [button, input] = [root.querySelector<HTMLButtonElement>('[data-copy]'), root.querySelector<HTMLInputElement>('[data-copy-from]')];
  if (!button || !input) return;
  button.hidden = false;
  input.addEventListener('focus', () => { input.select(); });
  button.addEventListener('click', () => {
    void copy(input.value).then((done) => {
      if (!done) return input.focus();
      button.textContent = 'Copied';
      announce('The address is in the clipboard');
      setTimeout(() => { button.textContent = 'Copy'; }, 2_000);
    });
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission, or the page is not on https
  }
}
