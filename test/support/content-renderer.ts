import path from 'node:path';
import type { ReferenceKind, ReferenceTarget } from '../../src/cms/reference-kind';
import { createRenderer } from '../../src/cms/references/content-renderer';
import type { Renderer } from '../../src/cms/references/renderer';
import { Templates } from '../../src/platform/http/views';
import { ROOT } from '../../src/platform/root';

export const templates = new Templates({ folders: [path.join(ROOT, 'views')], strict: true, cache: true });

function kindOf(kind: string, inline: 'chip' | 'link' | 'none', bibliographic: boolean): ReferenceKind {
  return {
    kind, inline, bibliographic, label: kind, select: null,
    parseKey: (key) => (kind === 'rfc' ? String(Number(key)) : key),
    target: (key) => target(kind, key, { label: kind === 'rfc' || kind === 'bcp' ? `${kind.toUpperCase()} ${key}` : key }),
  };
}

export function target(kind: string, key: string, more: Partial<ReferenceTarget> = {}): ReferenceTarget {
  return { kind, key, label: key, title: null, url: `/${kind}/${key}/`, detail: null, data: null, inner: [], ...more };
}

const kinds = new Map([
  kindOf('rfc', 'chip', true), kindOf('bcp', 'chip', true), kindOf('group', 'chip', false), kindOf('term', 'link', false),
  kindOf('page', 'link', false), kindOf('document', 'link', false), kindOf('image', 'none', false),
].map((kind) => [kind.kind, kind]));

/** The picture facts of `image:9`. */
const facts = { id: 9, hash: 'abc', width: 1600, height: 1000, alt: 'A network', credit: null, transparent: false, avif: [] };

/** What resolves in tests: two RFCs, a BCP, a group, a term, a page, a document, an image. Everything else is missing. */
export function testTargets(): Map<string, ReferenceTarget> {
  return new Map([
    target('rfc', '9110', { label: 'RFC 9110', title: 'HTTP Semantics', url: 'https://www.rfc-editor.org/rfc/rfc9110.html' }),
    target('rfc', '2026', { label: 'RFC 2026', title: 'The Internet Standards Process', url: 'https://www.rfc-editor.org/rfc/rfc2026.html' }),
    target('bcp', '78', { label: 'BCP 78' }),
    target('group', 'quic', { title: 'QUIC' }),
    target('term', 'working-group', { label: 'Working Group' }),
    target('page', '42', { label: 'About RFCs', url: '/process/rfcs/', detail: 'What RFCs are.', data: { summary: 'What RFCs are.', image: facts, imageAlt: null } }),
    target('document', '7', { label: 'Guide', url: '/documents/7/guide.pdf' }),
    target('image', '9', { url: null, data: facts }),
    target('page', '66', { label: 'Trap', url: 'javascript:alert(1)' }),
  ].map((one) => [`${one.kind}:${one.key}`, one]));
}

export function testRenderer(): Renderer {
  return createRenderer({ targets: testTargets(), kinds, templates, baseUrl: 'https://www.example.org' });
}
