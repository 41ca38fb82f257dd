import { getDocumentProxy } from 'unpdf';
import type { TextCollector } from './text-limit';

const MOST_PAGES = 3_000;

/** The text of a PDF, page by page. Scripts in it are not run, nothing that it names is fetched. @throws when it wants a password, or is none */
export async function collectPdf(content: Buffer, text: TextCollector): Promise<void> {
  const pdf = await getDocumentProxy(new Uint8Array(content), { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, enableXfa: false, stopAtErrors: false, verbosity: 0 });
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && !text.isFull; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text.add(item.hasEOL ? `${item.str}\n` : item.str);
    text.add('\n');
    page.cleanup();
  }
}
