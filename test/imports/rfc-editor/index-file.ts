/** The beginnings of an index with whatever entries a test needs. */
export function indexOf(...entries: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rfc-index xmlns="https://www.rfc-editor.org/rfc-index">\n${entries.join('\n')}\n</rfc-index>\n`;
}

/** As few elements as an RFC may have, and those of `more`. */
export function rfcEntry(number: number, more = '', title = `Title of ${number}`): string {
  return `<rfc-entry><doc-id>RFC${String(number).padStart(4, '0')}</doc-id><title>${title}</title><author><name>A. Author</name></author>`
    + `<date><month>June</month><year>2022</year></date>${more}<current-status>PROPOSED STANDARD</current-status><publication-status>PROPOSED STANDARD</publication-status><stream>IETF</stream></rfc-entry>`;
}

/** An index of that many RFCs, numbered from 1. */
export function indexOfMany(count: number): string {
  return indexOf(...Array.from({ length: count }, (_, index) => rfcEntry(index + 1)));
}
