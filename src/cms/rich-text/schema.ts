import { z } from 'zod';
import { cleanText } from '../fields/plain-text';
import type { RichText, RichTextMark, RichTextNode, RichTextSize } from './document';
import { allows, MARKS, NODES, type Holds } from './grammar';

const MAX_NODES = 20_000;
const MAX_DEPTH = 30;
const MAX_TEXT = 500_000;

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;

/**
 * Checks a stored document against the grammar. `strict` also wants what readers need: images with a description.
 * Size and depth are looked at first and without recursion, since what comes may be hostile.
 */
export function richTextSchema(size: RichTextSize, strictness: 'strict' | 'draft'): z.ZodType<RichText> {
  return z.custom<RichText>(isBounded, { message: 'This text is too large or too deeply nested to be stored.', abort: true })
    .superRefine((document, context) => {
      const report: Report = (path, message) => { context.addIssue({ code: 'custom', message, path: [...path], continue: false }); };
      checkDocument(document, size, strictness, report);
    })
    .overwrite((document) => ({ type: 'doc', content: cleanNodes(document.content) }));
}

function isBounded(value: unknown): boolean {
  let nodes = 0;
  let text = 0;
  for (let level = [value], depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return false;
    const next: unknown[] = [];
    for (const node of level) {
      if (typeof node !== 'object' || node === null) return false;
      nodes += 1;
      const { content, text: words } = node as { content?: unknown; text?: unknown };
      if (typeof words === 'string') text += words.length;
      if (Array.isArray(content)) next.push(...(content.length <= MAX_NODES ? content : [null]) as unknown[]);
      if (nodes + next.length > MAX_NODES || text > MAX_TEXT) return false;
    }
    level = next;
  }
  return true;
}

function checkDocument(document: RichText, size: RichTextSize, strictness: string, report: Report): void {
  if (document.type !== 'doc' || !Array.isArray(document.content)) return report([], 'This is not a text document.');
  checkChildren(document.content, 'blocks', ['content']);

  function checkChildren(nodes: readonly RichTextNode[], holds: Holds, path: Path): void {
    nodes.forEach((node, index) => { checkNode(node, holds, [...path, index]); });
  }

  function checkNode(node: RichTextNode, holds: Holds, path: Path): void {
    if (!isWellFormed(node)) return report(path, 'A part of the text is damaged.');
    const rule = NODES[node.type];
    if (!allows(size, node.type) || !rule || !fits(node.type, rule.level, holds)) {
      return report(path, `The text holds something that is not possible here (${node.type.slice(0, 40)}).`);
    }
    checkAttrs(rule.attrs, node, path, report);
    (node.marks ?? []).forEach((mark, index) => { checkMark(mark, node, [...path, 'marks', index], report); });
    if (strictness === 'strict' && node.type === 'image' && node.attrs?.['decorative'] !== true && !node.attrs?.['alt']) {
      report([...path, 'attrs', 'alt'], 'Describe the image, or say that it is decoration.');
    }
    checkChildren(node.content ?? [], rule.holds, [...path, 'content']);
  }
}

function fits(type: string, level: string, holds: Holds): boolean {
  if (holds === 'text') return type === 'text';
  return { blocks: 'block', items: 'item', inline: 'inline', nothing: '' }[holds] === level;
}

const SHAPE = z.strictObject({
  type: z.string(), attrs: z.record(z.string(), z.unknown()).optional(), content: z.array(z.unknown()).optional(),
  marks: z.array(z.strictObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() })).max(8).optional(), text: z.string().min(1).optional(),
});

function isWellFormed(node: RichTextNode): boolean {
  return SHAPE.safeParse(node).success && (node.type === 'text') === (node.text !== undefined);
}

function checkMark(mark: RichTextMark, node: RichTextNode, path: Path, report: Report): void {
  const rule = Object.hasOwn(MARKS, mark.type) ? MARKS[mark.type] : undefined;
  if (!rule || NODES[node.type]?.level !== 'inline') return report(path, `This kind of formatting is not possible here (${mark.type.slice(0, 40)}).`);
  if (mark.type === 'link' && node.type === 'reference') return report(path, 'A reference cannot stand inside a link.');
  checkAttrs(rule, mark, path, report);
}

function checkAttrs(rule: z.ZodType, part: RichTextNode | RichTextMark, path: Path, report: Report): void {
  const result = rule.safeParse(part.attrs);
  if (!result.success) result.error.issues.forEach((issue) => { report([...path, 'attrs', ...issue.path as Path], issue.message); });
}

function cleanNodes(nodes: readonly RichTextNode[]): RichTextNode[] {
  return nodes.map((node) => ({
    ...node,
    ...(node.text === undefined ? {} : { text: cleanText(node.text) }),
    ...(node.content ? { content: cleanNodes(node.content) } : {}),
  })).filter((node) => node.text !== '');
}
