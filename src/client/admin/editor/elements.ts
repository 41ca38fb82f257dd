type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with attributes (`true` is an empty one, `false` none) and children; texts become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...children);
  return made;
}

/** One of `views/admin/_icons.ejs`. */
export function icon(name: string, className = 'icon'): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#${name}`);
  svg.append(use);
  return svg;
}

/** A button of which only the drawing is seen. */
export function iconButton(iconName: string, label: string, press: () => void, className = 'icon-button'): HTMLButtonElement {
  const button = element('button', { type: 'button', class: className, 'aria-label': label, title: label }, icon(`i-${iconName}`));
  button.addEventListener('click', press);
  return button;
}

export function textButton(text: string, press: () => void, className = 'linkish'): HTMLButtonElement {
  const button = element('button', { type: 'button', class: className }, text);
  button.addEventListener('click', press);
  return button;
}
