import type { Found } from './look-up';

/** Places on the page being edited that a link may lead to: every heading that has its anchor. */
export function anchorsOnPage(words: string): readonly Found[] {
  const wanted = words.toLowerCase();
  return [...new Set([...anchorsInDocuments(), ...anchorsInFields()])].filter((anchor) => anchor.includes(wanted)).slice(0, 8)
    .map((anchor) => ({ uri: `#${anchor}`, label: `#${anchor}`, title: 'On this page', detail: null, status: null, thumb: null }));
}

function anchorsInDocuments(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[type="hidden"][name$=".json"]')]
    .flatMap(({ value }) => [...value.matchAll(/"anchor":"([a-z][a-z0-9-]*)"/g)].map((match) => match[1] ?? ''));
}

/** Blocks that are headings. */
function anchorsInFields(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name$=".value.anchor"]')].map(({ value }) => value).filter((value) => value !== '');
}
