/** Lines of text files had 72 characters; nothing printed in their form has more than this. */
const WIDEST_LINE = 80;

/**
 * The paragraphs of an abstract. Its `<p>` are paragraphs in some entries and the lines of a text file in others, now and then both.
 * Where some short one ends no sentence, they are lines: those go on in the next, and those that do end one too, unless the next
 * one's first word would still have fitted.
 */
export function paragraphsOf(parts: readonly string[]): string[] {
  const lines = parts.filter((part) => part !== '');
  if (lines.slice(0, -1).every((line) => line.length > WIDEST_LINE || endsSentence(line))) return lines;
  const widest = Math.max(0, ...lines.map((line) => line.length).filter((length) => length <= WIDEST_LINE));

  const paragraphs: string[] = [];
  let whole = true;
  for (const [index, line] of lines.entries()) {
    const last = paragraphs.length - 1;
    if (whole) paragraphs.push(line);
    else paragraphs[last] = joined(paragraphs[last]!, line);
    whole = endsParagraph(line, lines[index + 1] ?? '', widest);
  }
  return paragraphs;
}

function endsParagraph(line: string, next: string, widest: number): boolean {
  if (line.length > WIDEST_LINE) return true;
  return endsSentence(line) && line.length + 1 + next.split(' ', 1)[0]!.length <= widest;
}

function endsSentence(line: string): boolean {
  return /[.:!?\])"'”’]$/.test(line);
}

/** A word that was cut at its own hyphen ("real-", "time") stays one word. */
function joined(text: string, line: string): string {
  return /[a-z]-$/i.test(text) ? text + line : `${text} ${line}`;
}
