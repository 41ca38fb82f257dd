/** One button for light and dark; hidden without scripts, since it would do nothing. */
export function showThemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (!button) return;

  button.hidden = false;
  label(button);
  button.addEventListener('click', () => {
    choose(isDark() ? 'light' : 'dark');
    label(button);
  });
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function label(button: HTMLButtonElement): void {
  const text = isDark() ? 'Use light colours' : 'Use dark colours';
  button.setAttribute('aria-label', text);
  button.title = text;
}

function choose(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
