/** The words of all headings in the content, whatever the page type: nodes of rich text and heading blocks are both `{ type: 'heading', … }`. */
export function headingsOf(content: unknown): string[] {
  if (Array.isArray(content)) return content.flatMap(headingsOf);
  if (!isRecord(content)) return [];
  if (content.type === 'heading') return [textsOf(content).join('')];
  return Object.values(content).flatMap(headingsOf);
}

function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([name, value]) => (name === 'text' && typeof value === 'string' ? [value] : textsOf(value)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
