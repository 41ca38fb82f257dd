import type { Html } from '../platform/html/html';
import type { Block } from '../cms/block-type';
import { standardBlocks } from '../cms/blocks/index';
import { blocks } from '../cms/fields/blocks';
import { reference } from '../cms/fields/reference';
import type { Renderer } from '../cms/references/renderer';

/** The two streams that most pages have (content.md P-17). */
export const streams = {
  keyInfo: blocks({ label: 'Key info', types: standardBlocks }),
  inDepth: blocks({ label: 'In depth', types: standardBlocks, help: 'When both are filled they show as two sections.' }),
};

/** What may stand below the text (content.md P-16). */
export const highlightFields = {
  callToAction: reference({ label: 'Call to action', kinds: ['call-to-action'] }),
  signUp: reference({ label: 'Mailing list sign-up', kinds: ['sign-up'] }),
};

/** Null when nothing is in it, so that views need not look inside. */
export function streamHtml(render: Renderer, stream: readonly Block[]): Html | null {
  return stream.length === 0 ? null : render.blocks(stream);
}
