/** As `/admin/find` answers. */
export interface Group {
  readonly label: string;
  readonly results: readonly Result[];
}

interface Result {
  readonly title: string;
  readonly detail: string | null;
  readonly icon: string;
  readonly status: { readonly kind: string; readonly icon: string; readonly words: string } | null;
  readonly side: string | null;
  readonly url: string;
  readonly post: boolean;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Groups of options, with what was typed marked in their titles. */
export function drawGroups(groups: readonly Group[], typed: string): HTMLElement[] {
  const words = typed.replace(/^[>@#]/, '').trim().split(/\s+/).filter((word) => word !== '');
  let number = 0;
  return groups.map(({ label, results }) => {
    const group = element('div', 'palette-group');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', label);
    const heading = element('p', 'palette-heading', label);
    heading.setAttribute('aria-hidden', 'true');
    group.append(heading, ...results.map((result) => option(result, `palette-${number += 1}`, words)));
    return group;
  });
}

function option({ title, detail, icon, status, side, url, post }: Result, id: string, words: readonly string[]): HTMLElement {
  const line = element('div', 'palette-option');
  line.id = id;
  line.setAttribute('role', 'option');
  line.setAttribute('aria-selected', 'false');
  line.dataset.url = url;
  if (post) line.dataset.post = '';
  const text = element('span', 'palette-text');
  const name = element('b', '');
  name.append(...marked(title, words));
  text.append(name);
  if (detail !== null) text.append(' ', element('span', 'soft small', detail));
  line.append(drawing(icon), text);
  if (status !== null) {
    const state = element('span', `status status--${status.kind}`);
    state.append(drawing(status.icon), status.words);
    line.append(state);
  } else if (side !== null) {
    line.append(element('span', 'soft small', side));
  }
  return line;
}

/** The title with the words that were typed in `<mark>`. */
function marked(title: string, words: readonly string[]): (string | HTMLElement)[] {
  if (words.length === 0) return [title];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return title.split(pattern).map((part, index) => (index % 2 === 1 ? element('mark', 'hit', part) : part));
}

export function drawing(icon: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#i-${icon}`);
  svg.append(use);
  return svg;
}

function element(name: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
