/** The largest integer that PostgreSQL takes as an id; a greater one would be an error, not an absence. */
export const LARGEST_ID = 2_147_483_647;

/** `009` → `9`; undefined for what no image or document can be called. */
export function parseMediaKey(key: string): string | undefined {
  if (!/^\d{1,20}$/.test(key)) return undefined;
  const id = Number(key);
  return id >= 1 && id <= LARGEST_ID ? String(id) : undefined;
}
