import { html, join, raw, trusted, type Html } from '../../platform/html/html';
import { HtmlTooLarge } from '../../platform/html/limits';
import { sanitizeHtml } from '../../platform/html/sanitize';
import type { Templates, ViewName, Views } from '../../platform/http/views';
import type { AnyBlockType, Block } from '../block-type';
import { standardBlocks } from '../blocks/index';
import type { ImageValue } from '../fields/image';
import type { Link } from '../fields/link';
import { imageFactsOf, type ImageFacts, type ImageUse } from '../media/picture';
import { pictureOf } from '../media/renditions';
import { signedPicture, type SignedAddresses } from '../media/signed-address';
import type { ReferenceKind, ReferenceTarget } from '../reference-kind';
import { AnchorNames, isAnchor } from '../rich-text/anchor-names';
import type { RichText } from '../rich-text/document';
import { markdownToHtml } from '../rich-text/markdown-to-html';
import { richTextToHtml, type Align } from '../rich-text/to-html';
import { isExternal, isSafeUrl, outsideTarget } from './outside';
import type { Heading, ImagePlace, Renderer, ResolvedLink } from './renderer';
import { targetOf } from './resolve';
import { parseReference } from './uri';
import type { PageMarks } from './text-marks';

declare module '../../platform/http/views' {
  interface Views {
    'partials/picture': { picture: ImageUse };
  }
}

export interface RendererOptions {
  /** By URI without fragment, as `resolveReferences` gives them. Addresses outside need none. */
  readonly targets: ReadonlyMap<string, ReferenceTarget>;
  readonly kinds: ReadonlyMap<string, ReferenceKind>;
  readonly templates: Templates;
  /** The site's own: what is on another host is external. */
  readonly baseUrl: string;
  /** By type; the standard ones when left out. */
  readonly blockTypes?: ReadonlyMap<string, AnyBlockType>;
  /** What to link at its first mention (GL-03); nothing when left out. */
  readonly marks?: PageMarks | null;
  /** In previews, whose sandbox has no cookies: opens private pictures. */
  readonly signedAddresses?: SignedAddresses;
  /** In previews: `data-block` with the block's id, by which the editor finds it. */
  readonly namesBlocks?: boolean;
}

export function createRenderer(options: RendererOptions): Renderer {
  return new ContentRenderer(options);
}

const STANDARD = new Map(standardBlocks.map((type) => [type.type, type]));

class ContentRenderer implements Renderer {
  readonly headings: Heading[] = [];
  readonly citations: ReferenceTarget[] = [];
  hero: ImageUse | null = null;
  private pictured = false;
  private readonly numbers = new Map<string, number>();
  private readonly anchors = new AnchorNames();

  constructor(private readonly options: RendererOptions) {}

  resolve(uri: string): ReferenceTarget | undefined {
    const target = outsideTarget(uri) ?? targetOf(this.options.targets, this.options.kinds, uri);
    return target?.url && !isSafeUrl(target.url) ? { ...target, url: null } : target;
  }

  richText(document: RichText): Html {
    return this.marked(richTextToHtml(document, this));
  }

  /** Each in a wrapper of its own; what has nothing to show leaves none. */
  blocks(blocks: readonly Block[]): Html {
    const types = this.options.blockTypes ?? STANDARD;
    return join(blocks.map((block) => {
      const inner = types.get(block.type)?.html(block.value, this) ?? '';
      const name = this.options.namesBlocks ? raw(html` data-block="${block.id}"`) : null;
      return inner === '' ? trusted('') : html`<div class="block"${name}>${raw(trusted(inner))}</div>`;
    }), '\n');
  }

  picture(image: ImageValue | null, place: ImagePlace): Html | null {
    const facts = image === null ? undefined : imageFactsOf(this.resolve(image.ref)?.data);
    return image && facts ? this.pictureOf(facts, image, place) : null;
  }

  ownPicture(data: unknown, place: ImagePlace): Html | null {
    const facts = imageFactsOf(data);
    return facts ? this.pictureOf(facts, { ref: `image:${facts.id}`, alt: null, decorative: true }, place) : null;
  }

  private pictureOf(facts: ImageFacts, image: ImageValue, place: ImagePlace): Html {
    const { signedAddresses } = this.options;
    const use = pictureOf(facts, image, place, { first: !this.pictured });
    this.pictured = true;
    const picture = facts.private && signedAddresses ? signedPicture(use, signedAddresses) : use;
    if (picture.priority) this.hero ??= picture;
    return this.view('partials/picture', { picture });
  }

  link(link: Link | null): ResolvedLink | null {
    const target = link === null ? undefined : this.resolve(link.ref);
    if (!target?.url) return null;
    return { url: target.url, text: link?.text || target.label, external: isExternal(target.url, this.options.baseUrl) };
  }

  heading(level: 2 | 3 | 4, text: string, anchor: string | null, align: Align | null = null): Html {
    if (text.trim() === '') return html``;
    const name = this.anchor(anchor, text);
    this.headings.push({ level, text, anchor: name });
    const tag = raw(trusted(`h${level}`));
    const aligned = align ? raw(html` class="${align}"`) : null;
    return html`<${tag} id="${name}"${aligned}>${text} <a class="anchor" href="#${name}" aria-label="Link to the section ${text}">#</a></${tag}>`;
  }

  /** The stored one, unless something on this page has it already (an unsaved draft, Markdown). */
  private anchor(given: string | null, text: string): string {
    if (!isAnchor(given) || this.anchors.has(given)) return this.anchors.make(given ?? text);
    this.anchors.add(given);
    return given;
  }

  cite(uri: string): number | null {
    const target = this.resolve(uri.replace(/#.*$/, ''));
    if (!target || !this.options.kinds.get(target.kind)?.bibliographic) return null;

    const id = `${target.kind}:${target.key}`;
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.citations.push(target));
    return this.citations.length;
  }

  nameOfMissing(uri: string): string | undefined {
    return this.options.kinds.get(parseReference(uri)?.kind ?? '')?.missing;
  }

  isChip(kind: string): boolean {
    return this.options.kinds.get(kind)?.inline === 'chip';
  }

  markdown(source: string): Html {
    return this.marked(unlessTooLarge(() => markdownToHtml(source, this)));
  }

  foreignHtml(source: string): Html {
    return unlessTooLarge(() => sanitizeHtml(source, 'wide'));
  }

  /** Here and not in the serialisers, since rich text and Markdown are one text to the reader. */
  private marked(text: Html): Html {
    return this.options.marks?.mark(text) ?? text;
  }

  view<Name extends ViewName>(name: Name, data: Views[Name]): Html {
    return this.options.templates.render(name, data);
  }
}

/** Refused when it was saved; should it come from elsewhere, the page is shown without it. */
function unlessTooLarge(clean: () => Html): Html {
  try {
    return clean();
  } catch (error) {
    if (error instanceof HtmlTooLarge) return html``;
    throw error;
  }
}
