/** Which drawing of `views/admin/editor/_block-pictures.ejs` stands for a type. */
export function pictureOf(type: string): SVGSVGElement {
  const id = document.getElementById(`b-${type}`) ? `b-${type}` : 'b-unknown';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'picture');
  svg.setAttribute('viewBox', '0 0 52 36');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#${id}`);
  svg.append(use);
  return svg;
}
