import type { RichTextSize } from '../../../src/cms/rich-text/document';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import { richTextSchema } from '../../../src/cms/rich-text/schema';
import { tidy } from '../../../src/cms/rich-text/tidy';
import { richTextToHtml } from '../../../src/cms/rich-text/to-html';
import { toPortableHtml } from '../../../src/cms/rich-text/to-portable-html';
import { testRenderer } from '../../support/content-renderer';
import { randomDocument, seeded } from './random-document';

const SIZES: readonly RichTextSize[] = ['full', 'small', 'cell'];

describe.each(SIZES)('documents of size %s', (size) => {
  const random = seeded(size.length);
  const documents = Array.from({ length: 300 }, () => randomDocument(random, size));

  test('come back from portable HTML as they were', () => {
    for (const document of documents) expect(parseHtml(toPortableHtml(document), size)).toEqual(document);
  });

  test('pass their schema, even as drafts', () => {
    for (const document of documents) expect(richTextSchema(size, 'draft').safeParse(document)).toMatchObject({ success: true, data: document });
  });

  test('are tidy already when they are tidied again', () => {
    for (const document of documents) expect(tidy(document)).toEqual(document);
  });

  test('never let markup of their text through', () => {
    for (const document of documents) expect(richTextToHtml(document, testRenderer())).not.toMatch(/<(?:b|i|script)>|href="javascript/);
  });
});
