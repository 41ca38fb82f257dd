/**
 * The rows of a CSV text with a header (RFC 4180), by column name: quoted fields may hold commas, line ends and doubled quotes.
 * @throws Error naming the row that has another number of fields
 */
export function parseCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = fieldsOf(text);
  return rows.map((row, index) => {
    if (row.length !== header.length) throw new Error(`Row ${index + 2} has ${row.length} fields, and the header has ${header.length}`);
    return Object.fromEntries(header.map((name, column) => [name, row[column]!]));
  });
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function fieldsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const at = FIELD.lastIndex;
    const found = FIELD.exec(text);
    if (!found) throw new Error(`The text is not CSV at character ${at}`);
    const [, quoted, plain = '', end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',' && FIELD.lastIndex === text.length) row.push('');
    if (end !== ',' || FIELD.lastIndex === text.length) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
