import type { AnyBlockType } from '../block-type';
import { buttonBlock } from './button';
import { calloutBlock } from './callout';
import { cardsBlock } from './cards';
import { codeBlock } from './code';
import { embedBlock } from './embed';
import { faqBlock } from './faq';
import { headingBlock } from './heading';
import { imageBlock } from './image';
import { markdownBlock } from './markdown';
import { noteWellBlock } from './note-well';
import { paragraphBlock } from './paragraph';
import { quoteBlock } from './quote';
import { rawHtmlBlock } from './raw-html';
import { tableBlock } from './table';
import { typedTableBlock } from './typed-table';

/** What every stream may hold, in the order of the picker. */
export const standardBlocks: readonly AnyBlockType[] = [
  paragraphBlock,
  headingBlock,
  imageBlock,
  quoteBlock,
  calloutBlock,
  tableBlock,
  typedTableBlock,
  faqBlock,
  cardsBlock,
  buttonBlock,
  codeBlock,
  embedBlock,
  markdownBlock,
  noteWellBlock,
  rawHtmlBlock,
];
