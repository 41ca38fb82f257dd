import { fileTypeFromBuffer } from 'file-type/node';
import { Unprocessable } from '../../platform/http/errors';
import { archiveProblem } from './check-archive';
import { documentType, EXTENSIONS, extensionOf, MOST_DOCUMENT_BYTES, type DocumentType } from './document-file';
import { headOf, streamOf, type Source } from './source';
import { textProblem } from './check-text';

/** Whether a file is what its name says, by its content (security rule 21). Gives its type. @throws Unprocessable, in words, for field `file` */
export async function checkDocument(filename: string, source: Source, bytes: number): Promise<DocumentType> {
  const type = documentType(filename);
  const problem = type === undefined ? notTaken(filename) : sizeProblem(bytes) ?? await contentProblem(type, source);
  if (type === undefined || problem !== undefined) throw new Unprocessable([{ field: 'file', message: problem ?? notTaken(filename) }]);
  return type;
}

function notTaken(filename: string): string {
  const extension = extensionOf(filename);
  if (/^\.(do[ct]|xl[st]|pp[st]|pot)m$|^\.xlsb$|^\.xlam$/.test(extension)) return 'Files with macros are not taken. Save it as docx, xlsx or pptx.';
  return `Files of this type${extension === '' ? '' : ` (${extension})`} are not taken. These are: ${EXTENSIONS.map((one) => one.slice(1)).join(', ')}.`;
}

function sizeProblem(bytes: number): string | undefined {
  if (bytes === 0) return 'The file is empty.';
  return bytes > MOST_DOCUMENT_BYTES ? 'The document is larger than 50 MB.' : undefined;
}

/** What file-type needs to see: the archive's first entries are among it. */
const HEAD = 64_000;

async function contentProblem(type: DocumentType, source: Source): Promise<string | undefined> {
  const head = await headOf(source, HEAD);
  const sniffed = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
  const other = `This is no ${type.name} file, although its name says so.`;
  switch (type.content) {
    case 'text': return textProblem(source);
    // nothing but white space before its sign: a file that is a picture or a page as well is none of ours
    case 'pdf': return /^(\u00ef\u00bb\u00bf)?\s*%PDF-\d/.test(head.subarray(0, 1_024).toString('latin1')) ? undefined : other;
    case 'ole': return isOle(head) ? undefined : other;
    case 'zip': return isZip(head) && (sniffed === undefined || sniffed === 'application/zip') ? archiveProblem(source, type) : other;
    case 'office':
      if (isOle(head)) return await isLocked(source) ? undefined : other;
      return isZip(head) ? archiveProblem(source, type) : other;
    case 'open-document': return isZip(head) ? archiveProblem(source, type) : other;
  }
}

function isZip(head: Buffer): boolean {
  return head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
}

function isOle(head: Buffer): boolean {
  return head.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
}

/** With a password, Office wraps its files in the older format (MS-OFFCRYPTO, section 2.3.4.4): what is inside is its owner's secret. */
async function isLocked(source: Source): Promise<boolean> {
  const sign = Buffer.from('EncryptedPackage', 'utf16le');
  let before = Buffer.alloc(0);
  for await (const chunk of streamOf(source)) {
    const piece = Buffer.concat([before, chunk as Buffer]);
    if (piece.includes(sign)) return true;
    before = piece.subarray(-sign.length);
  }
  return false;
}
