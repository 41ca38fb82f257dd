import { createHash } from 'node:crypto';
import sanitize, { type IOptions } from 'sanitize-html';
import { trusted, type Html } from './html';
import { checkHtmlLimits } from './limits';

/** `strict`: what Markdown can say. `wide`: what somebody with the permission may add by hand. Neither lets anything run. */
export type Cleaning = 'strict' | 'wide';

/**
 * Clean HTML for a page. Ids get a prefix, so that they meet neither ours nor properties of `document`.
 * Done on every rendering, never on saving: results are kept by content, so a page costs it once.
 * @throws HtmlTooLarge
 */
export function sanitizeHtml(source: string, cleaning: Cleaning): Html {
  const key = `${cleaning}:${createHash('sha256').update(source).digest('base64')}`;
  const known = results.get(key);
  if (known !== undefined) return known;

  checkHtmlLimits(source);
  return remember(key, trusted(sanitize(source, OPTIONS[cleaning])));
}

/** The same text always gives the same result, so it does not matter who asked first. Oldest out when it grows. */
const results = new Map<string, Html>();
const MAX_KEPT = 4_000_000;
let kept = 0;

function remember(key: string, result: Html): Html {
  results.set(key, result);
  kept += result.length;
  for (const [oldest, value] of results) {
    if (kept <= MAX_KEPT) break;
    results.delete(oldest);
    kept -= value.length;
  }
  return result;
}

const ID_PREFIX = 'own-';

const STRICT_TAGS = ('p h2 h3 h4 ul ol li blockquote pre code hr br strong em b i s del a sub sup table caption thead tbody tr th td').split(' ');
const WIDE_TAGS = [...STRICT_TAGS, ...('h5 h6 div span section article header footer address figure figcaption img details summary dl dt dd '
  + 'abbr cite dfn kbd samp var q small ins u mark time wbr bdi bdo ruby rt rp tfoot colgroup col').split(' ')];

/** Classes of our own style sheet that content may use. */
const CLASSES = ['note', 'warning', 'tip', 'well', 'path', 'scroll', 'number', 'center', 'right', 'cards', 'card', 'btn', 'quiet', 'mono', 'tag', 'language-*'];

const SHARED: IOptions = {
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
  allowProtocolRelative: false,
  allowedClasses: { '*': CLASSES },
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'title', 'iframe', 'object', 'xmp', 'noembed', 'noframes', 'plaintext', 'svg', 'math'],
  nestingLimit: 100,
  exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs['src'],
  parseStyleAttributes: false,
  transformTags: {
    h1: 'h2',
    // a box that scrolls sideways has to be reachable by keyboard
    pre: (tagName, attribs) => ({ tagName, attribs: { ...attribs, tabindex: '0' } }),
    '*': (tagName, attribs) => ({ tagName, attribs: prefixIds(attribs) }),
  },
};

const CELL = ['scope', 'colspan', 'rowspan', 'class'];

const OPTIONS: Readonly<Record<Cleaning, IOptions>> = {
  strict: {
    ...SHARED,
    allowedTags: STRICT_TAGS,
    allowedAttributes: { a: ['href', 'title'], th: CELL, td: CELL, ol: ['start'], code: ['class'], pre: ['tabindex'] },
  },
  wide: {
    ...SHARED,
    allowedTags: WIDE_TAGS,
    allowedAttributes: {
      '*': ['id', 'class', 'lang', 'dir', 'title'], a: ['href'], th: CELL, td: CELL, ol: ['start', 'reversed'], li: ['value'], pre: ['tabindex'],
      img: ['src', 'alt', 'width', 'height', 'loading'], time: ['datetime'], details: ['open'], col: ['span'], colgroup: ['span'], q: ['cite'], blockquote: ['cite'],
    },
  },
};

function prefixIds(attribs: Record<string, string>): Record<string, string> {
  const { id, href } = attribs;
  return {
    ...attribs,
    ...(id ? { id: ID_PREFIX + id.replace(/\s+/g, '-') } : {}),
    ...(href?.startsWith('#') ? { href: `#${ID_PREFIX}${href.slice(1)}` } : {}),
  };
}
