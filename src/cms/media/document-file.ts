import { extname } from 'node:path';

/** How a type of document is recognised and served. */
export interface DocumentType {
  readonly mimeType: string;
  /** "PDF": what readers call it. */
  readonly name: string;
  /** Browsers may show it themselves; everything else is downloaded. */
  readonly inline: boolean;
  readonly content: 'pdf' | 'zip' | 'ole' | 'text';
}

const office = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`;
const open = (kind: string) => `application/vnd.oasis.opendocument.${kind}`;
const file = (mimeType: string, name: string, content: DocumentType['content']): DocumentType => ({ mimeType, name, content, inline: false });

/** What may be uploaded, by extension. Nothing here runs in a browser: no HTML, no XML, no SVG. */
const TYPES: Readonly<Record<string, DocumentType>> = {
  '.pdf': { ...file('application/pdf', 'PDF', 'pdf'), inline: true },
  '.txt': { ...file('text/plain; charset=utf-8', 'text', 'text'), inline: true },
  '.md': { ...file('text/plain; charset=utf-8', 'Markdown', 'text'), inline: true },
  '.csv': file('text/csv; charset=utf-8', 'CSV', 'text'),
  '.ics': file('text/calendar; charset=utf-8', 'calendar', 'text'),
  '.json': file('application/json', 'JSON', 'text'),
  '.docx': file(office('wordprocessingml.document'), 'Word', 'zip'),
  '.xlsx': file(office('spreadsheetml.sheet'), 'Excel', 'zip'),
  '.pptx': file(office('presentationml.presentation'), 'PowerPoint', 'zip'),
  '.odt': file(open('text'), 'OpenDocument text', 'zip'),
  '.ods': file(open('spreadsheet'), 'OpenDocument spreadsheet', 'zip'),
  '.odp': file(open('presentation'), 'OpenDocument presentation', 'zip'),
  '.zip': file('application/zip', 'ZIP', 'zip'),
  '.doc': file('application/msword', 'Word', 'ole'),
  '.xls': file('application/vnd.ms-excel', 'Excel', 'ole'),
  '.ppt': file('application/vnd.ms-powerpoint', 'PowerPoint', 'ole'),
};

/** By the file's extension; undefined for types that we do not take. */
export function documentType(filename: string): DocumentType | undefined {
  const extension = extname(filename).toLowerCase();
  return Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
}

/** Whether the bytes look like what the extension says: a web page called report.pdf does not. */
export function looksLike(type: DocumentType, bytes: Buffer): boolean {
  switch (type.content) {
    case 'pdf': return bytes.subarray(0, 1024).includes('%PDF-');
    case 'zip': return bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
    case 'ole': return bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    case 'text': return isUtf8Text(bytes);
  }
}

/**
 * Names come from people and end up in a header and an address: no control or direction characters
 * (RFC 6266, section 4.3; security.md rule 22), no separators of folders, at most 120 characters.
 */
export function cleanFilename(name: string): string {
  const cleaned = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}"\\/:*?<>|%;]/gu, ' ').replace(/\s+/g, ' ').replace(/^[. ]+/, '').trim();
  const extension = extname(cleaned);
  return [...cleaned.slice(0, cleaned.length - extension.length)].slice(0, 120 - extension.length).join('').trim() + extension;
}

/** The one address of a document, relative to the root. */
export function documentUrl(id: number, filename: string): string {
  return `/documents/${id}/${encodeURIComponent(filename)}`;
}

/** "PDF, 1.2 MB" */
export function fileDetail({ filename, bytes }: { filename: string; bytes: number }): string {
  const name = documentType(filename)?.name ?? 'file';
  return `${name}, ${bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`}`;
}

/** RFC 6266 with both spellings: plain ASCII for old programs, RFC 8187 for the others. */
export function contentDisposition(filename: string): string {
  const kind = documentType(filename)?.inline ? 'inline' : 'attachment';
  const ascii = filename.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function isUtf8Text(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
