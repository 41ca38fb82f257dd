/** showInMenus → show_in_menus. The only place, with camelCaseKeys, where the two spellings meet. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Rows from PostgreSQL with camelCase keys; what lies inside a json column is left alone. */
export function camelCaseKeys(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(rowInCamelCase);
  if (isRawResult(result)) return { ...result, rows: result.rows.map(rowInCamelCase) };
  return rowInCamelCase(result);
}

function rowInCamelCase(row: unknown): unknown {
  if (!isPlain(row)) return row;
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [camelCase(key), value]));
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function isRawResult(result: unknown): result is { rows: unknown[] } {
  return typeof result === 'object' && result !== null && 'rows' in result && 'command' in result;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);
}
