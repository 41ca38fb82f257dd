import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../src/platform/root';

const TOKENS = fs.readFileSync(path.join(ROOT, 'src/client/styles/tokens.css'), 'utf8');
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** WCAG 2.2, 1.4.3: text. */
const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'soft', 'brand', 'brand-strong', 'ok', 'warn', 'signal'].flatMap((colour) => [[colour, 'paper'], [colour, 'surface']] as const),
  ['on-brand', 'brand'], ['on-brand', 'brand-strong'], ['paper', 'brand'], ['ink', 'mark'], ['brand', 'mark'],
  ['on-deep', 'deep'], ['on-deep-soft', 'deep'], ['amber', 'deep'], ['amber', 'night'], ['on-amber', 'amber'], ['on-amber', 'amber-strong'],
];
/** 1.4.11: borders of controls, focus outlines, shapes that say something. */
const CONTROLS: readonly (readonly [string, string])[] = [
  ['edge', 'paper'], ['edge', 'surface'], ['brand', 'paper'], ['warn', 'paper'], ['ok', 'paper'], ['amber', 'deep'], ['amber', 'night'],
];

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each(TEXT)('%s on %s can be read', (front, back) => {
    expect(contrast(colourOf(front, theme), colourOf(back, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(CONTROLS)('%s on %s can be made out', (front, back) => {
    expect(contrast(colourOf(front, theme), colourOf(back, theme))).toBeGreaterThanOrEqual(3);
  });
});

function colourOf(token: string, theme: Theme): string {
  const value = new RegExp(`--${token}: ([^;]+);`).exec(TOKENS)?.[1];
  if (value === undefined) throw new Error(`There is no token ${token}`);
  const both = /^light-dark\((#\w+), (#\w+)\)$/.exec(value);
  return (both ? both[THEMES.indexOf(theme) + 1] : value) ?? value;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
