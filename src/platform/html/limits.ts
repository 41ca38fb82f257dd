/** Markup that would keep the processor busy is refused before anything parses it (security rule 17). */
export class HtmlTooLarge extends Error {}

export const MAX_BYTES = 500_000;
export const MAX_DEPTH = 100;
export const MAX_TAGS = 20_000;

/** Elements without content, and those whose end may be left out: HTML closes them by itself, so they add no depth. */
const FLAT = new Set(('area base br col embed hr img input link meta source track wbr '
  + 'p li dd dt td th tr thead tbody tfoot option optgroup colgroup caption html head body').split(' '));

/**
 * One pass over the text, without a parser: counts what a parser would have to open.
 * @throws HtmlTooLarge with a sentence for the reader.
 */
export function checkHtmlLimits(source: string): void {
  if (Buffer.byteLength(source) > MAX_BYTES) throw new HtmlTooLarge('This HTML is larger than 500 KB.');

  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  for (const [, slash, tag = ''] of source.matchAll(/<(\/?)([a-z][^\s/>]{0,30})/gi)) {
    const name = tag.toLowerCase();
    if ((tags += 1) > MAX_TAGS) throw new HtmlTooLarge(`This HTML has more than ${MAX_TAGS} tags.`);
    if (FLAT.has(name)) continue;

    const opened = open.get(name) ?? 0;
    // an end tag counts only where such an element is open: stray ones must not hide depth
    const change = slash === '' ? 1 : opened > 0 ? -1 : 0;
    open.set(name, opened + change);
    if ((depth += change) > MAX_DEPTH) throw new HtmlTooLarge(`This HTML is nested more than ${MAX_DEPTH} levels deep.`);
  }
}
