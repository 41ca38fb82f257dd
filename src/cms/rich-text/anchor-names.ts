import { ANCHOR } from './grammar';

/** Ids that the frame around the content uses. */
const FRAME = ['content', 'site-menu', 'query', 'related', 'sign-up', 'call-to-action', 'key-info', 'in-depth', 'in-this-section', 'frequently-asked-questions', 'bibliography'];

/** The anchors of one page: each given once. */
export class AnchorNames {
  private readonly taken = new Set<string>(FRAME);
  /** How far each slug has been counted, so that many equal headings stay cheap. */
  private readonly counts = new Map<string, number>();

  has(anchor: string): boolean {
    return this.taken.has(anchor);
  }

  add(anchor: string): void {
    this.taken.add(anchor);
  }

  /** A new one from any text: `^[a-z][a-z0-9-]*$`, with -2, -3 where the slug is taken. */
  make(text: string): string {
    const slug = slugOf(text);
    let count = this.counts.get(slug) ?? 1;
    let anchor = count === 1 ? slug : `${slug}-${count}`;
    while (this.taken.has(anchor)) anchor = `${slug}-${(count += 1)}`;
    this.counts.set(slug, count);
    this.taken.add(anchor);
    return anchor;
  }
}

export function isAnchor(anchor: unknown): anchor is string {
  return typeof anchor === 'string' && ANCHOR.test(anchor);
}

function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-|-$/g, '');
  if (slug === '') return 'section';
  return /^[a-z]/.test(slug) ? slug : `section-${slug}`;
}
