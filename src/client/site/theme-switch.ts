/** Light, dark, automatic. Nothing is stored before a choice; "automatic" forgets it. */
export function showThemeSwitch(): void {
  const group = document.querySelector<HTMLElement>('.theme');
  if (!group) return;

  group.hidden = false;
  press(group);
  group.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLButtonElement)) return;
    choose(event.target.value);
    press(group);
  });
}

function choose(theme: string): void {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;

  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function press(group: HTMLElement): void {
  const current = document.documentElement.dataset.theme ?? 'auto';
  for (const button of group.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === current));
}
