import MarkdownIt from 'markdown-it';
import { escape, html, trusted, type Html } from '../../platform/html/html';
import { sanitizeHtml } from '../../platform/html/sanitize';
import { citationHtml, sourceMark } from '../references/citation';
import type { Renderer } from '../references/renderer';
import { CITATION, referenceFromHref } from './hrefs';
import { isCited, isReference, nameOfReference } from './references';

type MarkdownRenderer = Pick<Renderer, 'resolve' | 'cite' | 'heading' | 'picture'>;
type Token = MarkdownIt.Token;

/** Our own markup goes round the sanitiser: a mark stands in its place until the rest is clean. */
interface Environment {
  readonly renderer: MarkdownRenderer;
  readonly pieces: Html[];
}

/**
 * CommonMark with tables; no HTML in it. `[[rfc:9110]]` cites, links and pictures are references as everywhere.
 * @throws HtmlTooLarge
 */
export function markdownToHtml(source: string, renderer: MarkdownRenderer): Html {
  const environment: Environment = { renderer, pieces: [] };
  const rendered = parser.render(source.replace(/[\uE000\uE001]/g, ''), environment as unknown as MarkdownIt.Env);
  const clean = sanitizeHtml(rendered, 'strict');
  return trusted(clean.replace(/\uE000(\d+)\uE001/g, (_, index: string) => environment.pieces[Number(index)] ?? ''));
}

const parser = createParser();

function createParser(): MarkdownIt.MarkdownIt {
  const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
  markdown.validateLink = (href) => referenceFromHref(href) !== undefined;
  markdown.inline.ruler.before('link', 'citation', (state, silent) => readCitation(state, silent));
  markdown.core.ruler.push('references', (state) => { state.tokens = finishTokens(state.tokens, state.env as unknown as Environment); });
  markdown.renderer.rules['piece'] = (tokens, index, _options, env) => placeholder(env as unknown as Environment, trusted(tokens[index]?.content ?? ''));
  return markdown;
}

function placeholder({ pieces }: Environment, piece: Html): string {
  return `\uE000${pieces.push(piece) - 1}\uE001`;
}

function readCitation(state: MarkdownIt.StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[[', state.pos)) return false;
  const pattern = new RegExp(CITATION.source, 'y');
  pattern.lastIndex = state.pos;
  const [whole, uri = '', words] = pattern.exec(state.src) ?? [];
  if (whole === undefined || !isCited(uri) || !isReference(uri)) return false;

  if (!silent) {
    const token = state.push('citation', '', 0);
    token.meta = { uri, words: words?.trim() || null };
  }
  state.pos += whole.length;
  return true;
}

/** After parsing: headings through the page's own, links and pictures resolved, tables in a box that scrolls. */
function finishTokens(tokens: readonly Token[], environment: Environment): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    if (token.type === 'heading_open') {
      result.push(piece(token, headingHtml(token, tokens[index + 1], environment)));
      index += 2;
    } else if (token.type === 'table_open') {
      result.push(piece(token, html`<section class="scroll" tabindex="0" aria-label="Table">`), token);
    } else if (token.type === 'table_close') {
      result.push(token, piece(token, html`</section>`));
    } else {
      if (token.children) token.children = finishInline(token.children, environment);
      alignByClass(token);
      result.push(token);
    }
  }
  return result;
}

function finishInline(tokens: readonly Token[], environment: Environment): Token[] {
  const open: (string | undefined)[] = [];
  return tokens.flatMap((token) => {
    if (token.type === 'citation') return [piece(token, citationOf(token, environment))];
    if (token.type === 'image') return [piece(token, imageOf(token, environment))];
    if (token.type === 'link_open') {
      const ref = referenceFromHref(String(token.attrGet('href') ?? ''));
      const url = ref && environment.renderer.resolve(ref)?.url;
      open.push(url ? ref : undefined);
      if (url) token.attrs = [['href', url]];
      return url ? [token] : [];
    }
    if (token.type !== 'link_close') return [token];
    const ref = open.pop();
    return ref === undefined ? [] : [token, piece(token, sourceMark(environment.renderer, ref))];
  });
}

function piece(token: Token, markup: Html): Token {
  const made = Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token);
  return Object.assign(made, { type: 'piece', tag: '', nesting: 0, attrs: null, children: null, content: markup });
}

function headingHtml(open: Token, inline: Token | undefined, { renderer }: Environment): Html {
  const level = Math.min(4, Math.max(2, Number(open.tag.slice(1)))) as 2 | 3 | 4;
  return renderer.heading(level, (inline?.children ?? []).map((child) => wordsOf(child, renderer)).join('').replace(/\s+/g, ' ').trim(), null);
}

function wordsOf(token: Token, renderer: MarkdownRenderer): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  if (token.type !== 'citation') return token.content;
  const { uri, words } = token.meta as { uri: string; words: string | null };
  return words ?? renderer.resolve(uri)?.label ?? nameOfReference(uri);
}

function citationOf(token: Token, { renderer }: Environment): Html {
  const { uri, words } = token.meta as { uri: string; words: string | null };
  return citationHtml(renderer, uri, words);
}

/** Pictures come from the library only; of others the description stays. */
function imageOf(token: Token, { renderer }: Environment): Html {
  const ref = String(token.attrGet('src') ?? '');
  const picture = ref.startsWith('image:') ? renderer.picture({ ref, alt: token.content || null, decorative: token.content === '' }, 'body') : null;
  return picture ?? escape(token.content);
}

/** markdown-it aligns by style attribute, which our policy forbids. */
function alignByClass(token: Token): void {
  const align = /text-align:(center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  if (token.type !== 'th_open' && token.type !== 'td_open') return;
  token.attrs = [...(align ? [['class', align] as [string, string]] : []), ...(token.type === 'th_open' ? [['scope', 'col'] as [string, string]] : [])];
}
