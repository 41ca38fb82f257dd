import type { Block } from '../block-type';
import type { AnyPageType } from '../page-type';
import { commonFormFields } from '../pages/common-form';
import type { PageText } from '../revisions/page-text';
import { blocksIn, isBlocks } from './parts';

export interface Restored {
  readonly text: PageText;
  /** For the note of the revision: "Introduction", "A block (Text)". */
  readonly what: string;
}

/**
 * A text with one part, or all, as another has it. A block that only the other has comes back behind the block that it stood
 * behind; one that only this has goes. Undefined: there is no such part.
 */
export function withPart(type: AnyPageType, text: PageText, from: PageText, part: string): Restored | undefined {
  if (part === 'all') return { text: from, what: 'The whole text' };
  if (part === 'title') return { text: { ...text, title: from.title }, what: 'The title' };
  if (part === 'slug') return { text: { ...text, slug: from.slug }, what: 'The address' };
  const [area, name = '', id] = part.split('.');
  if (area === 'common' && id === undefined) return withCommon(text, from, name);
  const field = area === 'content' && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
  if (!field) return undefined;
  if (id === undefined) return { text: withContent(text, name, from.content[name]), what: field.label };
  if (!isBlocks(field)) return undefined;
  const blocks = withBlock(blocksIn(text, name), blocksIn(from, name), id);
  const known = [...blocksIn(from, name), ...blocksIn(text, name)].find((block) => block.id === id);
  const label = field.types.find(({ type: key }) => key === known?.type)?.label;
  return blocks && { text: withContent(text, name, blocks), what: label === undefined ? 'A block' : `A block (${label})` };
}

function withCommon(text: PageText, from: PageText, name: string): Restored | undefined {
  const fields: Readonly<Record<string, { label: string }>> = commonFormFields;
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field && { text: { ...text, common: { ...text.common, [name]: from.common[name as keyof typeof from.common] } }, what: field.label };
}

function withContent(text: PageText, name: string, value: unknown): PageText {
  return { ...text, content: { ...text.content, [name]: value } };
}

function withBlock(blocks: readonly Block[], from: readonly Block[], id: string): Block[] | undefined {
  const there = from.findIndex((block) => block.id === id);
  const here = blocks.findIndex((block) => block.id === id);
  if (there === -1 && here === -1) return undefined;
  if (there === -1) return blocks.filter((block) => block.id !== id);
  if (here !== -1) return blocks.map((block) => (block.id === id ? from[there]! : block));
  const before = from.slice(0, there).map((block) => blocks.findIndex((one) => one.id === block.id)).findLast((at) => at !== -1) ?? -1;
  return blocks.toSpliced(before + 1, 0, from[there]!);
}
