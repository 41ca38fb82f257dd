import { authorOf } from './rfc';
import { editorInfoUrl } from './rfc-urls';
import type { RfcDetail } from './rfc-detail';

/** An entry as the RFC Editor and the Datatracker give it, with its title in braces so that no style changes its capitals. */
export function bibtexOf(rfc: RfcDetail): string {
  const { number, title, date, day, pages, doi, authors } = rfc;
  const fields: readonly (readonly [string, string | null])[] = [
    ['series', braced('Request for Comments')],
    ['number', String(number)],
    ['howpublished', braced(`RFC ${number}`)],
    ['publisher', braced('RFC Editor')],
    ['doi', doi === null ? null : `{${doi}}`],
    ['url', `{${editorInfoUrl(`rfc${number}`)}}`],
    ['author', authors.length === 0 ? null : `{${authors.map(nameOf).join(' and ')}}`],
    ['title', `{${braced(title)}}`],
    ['pagetotal', pages === null ? null : String(pages)],
    ['year', date.slice(0, 4)],
    ['month', MONTHS[Number(date.slice(5, 7)) - 1] ?? null],
    ['day', day === null ? null : String(day)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(12)} = ${value},`]));
  return `@misc{rfc${number},\n${lines.join('\n')}\n}\n`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "R. Fielding"; a group has no initials and stays in one piece. */
function nameOf(printed: string): string {
  const { name, isPerson } = authorOf(printed);
  return isPerson ? escaped(name) : braced(name);
}

function braced(text: string): string {
  return `{${escaped(text)}}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '&': '\\&', '%': '\\%', '$': '\\$', '#': '\\#', '_': '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
};

function escaped(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (character) => ESCAPES[character]!);
}
