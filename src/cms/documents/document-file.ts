import { extname } from 'node:path';
import { contentDisposition as disposition } from '../../platform/http/content-disposition';

/** security.md, section 4. */
export const MOST_DOCUMENT_BYTES = 50e6;

/** How a type of document is recognised and served. */
export interface DocumentType {
  readonly mimeType: string;
  /** "PDF": what readers call it. */
  readonly name: string;
  /** Browsers may show it themselves; everything else is downloaded. */
  readonly inline: boolean;
  readonly content: 'pdf' | 'office' | 'open-document' | 'zip' | 'ole' | 'text';
}

const office = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`;
const open = (kind: string) => `application/vnd.oasis.opendocument.${kind}`;
const file = (mimeType: string, name: string, content: DocumentType['content']): DocumentType => ({ mimeType, name, content, inline: false });

/** What may be uploaded, by extension. Nothing here runs: no HTML, no XML, no SVG for browsers, no macros (docm, xlsm, pptm) for anybody's office. */
const TYPES: Readonly<Record<string, DocumentType>> = {
  '.pdf': { ...file('application/pdf', 'PDF', 'pdf'), inline: true },
  '.txt': { ...file('text/plain; charset=utf-8', 'text', 'text'), inline: true },
  '.md': { ...file('text/plain; charset=utf-8', 'Markdown', 'text'), inline: true },
  '.csv': file('text/csv; charset=utf-8', 'CSV', 'text'),
  '.ics': file('text/calendar; charset=utf-8', 'calendar', 'text'),
  '.json': file('application/json', 'JSON', 'text'),
  '.docx': file(office('wordprocessingml.document'), 'Word', 'office'),
  '.xlsx': file(office('spreadsheetml.sheet'), 'Excel', 'office'),
  '.pptx': file(office('presentationml.presentation'), 'PowerPoint', 'office'),
  '.odt': file(open('text'), 'OpenDocument text', 'open-document'),
  '.ods': file(open('spreadsheet'), 'OpenDocument spreadsheet', 'open-document'),
  '.odp': file(open('presentation'), 'OpenDocument presentation', 'open-document'),
  '.zip': file('application/zip', 'ZIP', 'zip'),
  '.doc': file('application/msword', 'Word', 'ole'),
  '.xls': file('application/vnd.ms-excel', 'Excel', 'ole'),
  '.ppt': file('application/vnd.ms-powerpoint', 'PowerPoint', 'ole'),
};

/** By the file's extension; undefined for types that we do not take. */
export function documentType(filename: string): DocumentType | undefined {
  const extension = extensionOf(filename);
  return Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
}

/** ".pdf", in lower case; '' without one. */
export function extensionOf(filename: string): string {
  return extname(filename).toLowerCase();
}

/** For the file input and for the sentence that refuses others. */
export const EXTENSIONS: readonly string[] = Object.keys(TYPES);

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

/** Whether browsers may show it is a matter of its type. */
export function contentDisposition(filename: string): string {
  return disposition(documentType(filename)?.inline ? 'inline' : 'attachment', filename);
}
