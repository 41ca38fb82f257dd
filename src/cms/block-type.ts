import type { Html } from '../platform/html/html';
import type { ContentOf, Fields } from './field';
import type { Renderer } from './references/renderer';

/** One block in content. `id` is stable for the life of the block. */
export interface Block {
  id: string;
  type: string;
  value: Record<string, unknown>;
}

/**
 * A kind of block: its fields, and how it becomes HTML. Adding one: this file's neighbour `blocks/<name>.ts`,
 * `views/blocks/<name>.ejs`, one line in `blocks/index.ts`. The editing form comes from the fields.
 */
export interface BlockType<F extends Fields = Fields> {
  readonly type: string;
  readonly label: string;
  /** One line for the picker. */
  readonly description: string;
  readonly fields: F;
  /** The verb somebody needs to add or change such a block; null: whoever may edit the page. */
  readonly permission: string | null;
  readonly example: ContentOf<F>;
  /** Through a view (`render.view('blocks/quote', …)`). Null prints nothing, for instance when a target is missing. */
  html(value: ContentOf<F>, render: Renderer): Html | null;
  markdown(value: ContentOf<F>, render: Renderer): string;
}

/** A block type whose fields are not known here; methods are bivariant, so every BlockType is one. */
export type AnyBlockType = BlockType;

export function blockType<F extends Fields>(definition: BlockType<F>): AnyBlockType {
  return definition;
}
