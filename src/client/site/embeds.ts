/** Players that the security policy allows, by the name in `data-embed="youtube:ID"`. */
const PLAYERS: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  vimeo: (id) => `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`,
};

/** Nothing is asked of another host before the reader presses the button. */
export function loadEmbedsOnClick(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-embed]')) {
    button.hidden = false;
    button.addEventListener('click', () => load(button));
  }
}

function load(button: HTMLButtonElement): void {
  const [provider = '', id = ''] = (button.dataset.embed ?? '').split(':');
  const player = PLAYERS[provider];
  if (!player || id === '') return;

  const frame = document.createElement('iframe');
  frame.src = player(encodeURIComponent(id));
  frame.title = button.dataset.title ?? 'Video';
  frame.allow = 'autoplay; fullscreen; picture-in-picture';
  frame.allowFullscreen = true;
  (button.closest('p') ?? button).replaceWith(frame);
  frame.focus();
}
