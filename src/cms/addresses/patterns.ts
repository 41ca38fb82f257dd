import { encodePath } from './path';
import { captureNames, fill, isTyped, pathTemplate, valueTemplate, type Captured, type Template } from './template';

/**
 * One rule about a family of old addresses. `exact-query`: a live page's address with certain query parameters;
 * `pattern`: literals and captures; `prefix`: an address and everything below it.
 */
export interface AddressRule {
  readonly kind: 'exact-query' | 'pattern' | 'prefix';
  /** Of the path, decoded: `/wg/{wg}/{rest:path}`. */
  readonly pattern: string;
  /** Parameter → value or capture. Fixed values and typed captures must be there, others may be. */
  readonly query: Readonly<Record<string, string>>;
  readonly status: 301 | 302 | 410;
  /** Own path, address elsewhere or reference, with captures in braces; null for 410. */
  readonly target: string | null;
  readonly reason: string | null;
  /** Stands in for a static tree: asked after the mounted ones. */
  readonly standsIn: boolean;
}

export interface Asked {
  /** In the register's spelling. */
  readonly path: string;
  /** As written, with the question mark; empty without one. */
  readonly query: string;
}

/** What a rule makes of an address. `own` targets carry what is left of the query; `reference` ones are still to be resolved. */
export type Match =
  | { readonly status: 301 | 302; readonly to: string; readonly place: 'own' | 'elsewhere' | 'reference' }
  | { readonly status: 410; readonly reason: string };

interface Compiled {
  readonly rule: AddressRule;
  readonly exact: Template;
  readonly folded: Template;
  readonly query: readonly (readonly [name: string, template: Template, required: boolean])[];
}

/** The rules of a site, ready to be asked: patterns in their order, then prefixes, the longest first. */
export interface AddressRules {
  readonly withQuery: readonly Compiled[];
  readonly onPath: readonly Compiled[];
}

/** In the order of their positions. Rules with a problem (`problemOfRule`) must not come here. */
export function compileRules(rules: readonly AddressRule[]): AddressRules {
  const compiled = rules.map(compileRule);
  const ofKind = (kind: AddressRule['kind']) => compiled.filter(({ rule }) => rule.kind === kind);
  const prefixes = ofKind('prefix').sort((one, other) => other.rule.pattern.length - one.rule.pattern.length);
  return { withQuery: ofKind('exact-query'), onPath: [...ofKind('pattern'), ...prefixes] };
}

/** The rule for a live page's address with this query; undefined when the page itself is to answer. */
export function matchQuery({ withQuery }: AddressRules, { path, query }: Asked): Match | undefined {
  if (query === '' || withQuery.length === 0) return undefined;
  const given = new URLSearchParams(query);
  for (const each of withQuery) {
    const onPath = each.exact.match(path) ?? each.folded.match(path);
    const inQuery = onPath && capturesOf(each, given);
    if (inQuery) return matchOf(each.rule, { ...onPath, ...inQuery }, query);
  }
  return undefined;
}

/** Every rule that fits, best first: as written, then ignoring case (1.3). Made one by one, as they are asked for. */
export function* matchesOf({ onPath }: AddressRules, { path, query }: Asked, { standsIn }: { standsIn: boolean }): Generator<Match> {
  const candidates = onPath.filter(({ rule }) => rule.standsIn === standsIn);
  const done = new Set<Compiled>();
  for (const spelling of ['exact', 'folded'] as const) {
    for (const each of candidates) {
      const captured = done.has(each) ? undefined : each[spelling].match(path);
      if (!captured) continue;
      done.add(each);
      yield matchOf(each.rule, captured, query);
    }
  }
}

/** Below a prefix anything may stand, so its rest is no capture: `rest` here, encoded when it goes into the target. */
function compileRule(rule: AddressRule): Compiled {
  const template = (ignoreCase: boolean): Template => (rule.kind === 'prefix' ? prefixTemplate(rule.pattern, ignoreCase) : pathTemplate(rule.pattern, ignoreCase));
  const query = Object.entries(rule.query).map(([name, text]) => [name, valueTemplate(text), isRequired(text)] as const);
  return { rule, exact: template(false), folded: template(true), query };
}

function prefixTemplate(pattern: string, ignoreCase: boolean): Template {
  const prefix = pattern.replace(/\/$/, '');
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  return {
    names: ['rest'],
    match(path) {
      if (path.length === prefix.length ? fold(path) !== fold(prefix) : !fold(path).startsWith(`${fold(prefix)}/`)) return undefined;
      return { rest: path.slice(prefix.length + 1) };
    },
  };
}

function isRequired(text: string): boolean {
  return captureNames(text).length === 0 || isTyped(text);
}

/** Undefined when something required is missing. What is optional and does not fit counts as not there. */
function capturesOf({ query }: Compiled, given: URLSearchParams): Captured | undefined {
  let captured: Captured = {};
  for (const [name, template, required] of query) {
    const value = given.get(name);
    const found = value === null ? undefined : template.match(value);
    if (!found && required) return undefined;
    captured = { ...captured, ...found };
  }
  return captured;
}

function matchOf(rule: AddressRule, captured: Captured, query: string): Match {
  const { status, target, reason } = rule;
  if (status === 410 || target === null) return { status: 410, reason: reason ?? '' };
  const place = target.startsWith('/') ? 'own' : /^https?:/.test(target) ? 'elsewhere' : 'reference';
  const [, path = '', wanted = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(target) ?? [];
  const filled = rule.kind === 'prefix' ? appended(path, captured.rest ?? '') : fill(path, captured);
  if (place !== 'own') return { status, to: filled + filledQuery(wanted, captured, '') + fragment, place };
  return { status, to: filled + filledQuery(wanted, captured, leftOver(query, Object.keys(rule.query))) + fragment, place };
}

/** 1.4: a final slash, unless the last part is a file's name. */
function appended(target: string, rest: string): string {
  if (rest === '') return target;
  const path = `${target.replace(/\/$/, '')}/${encodePath(rest)}`;
  return /\.[A-Za-z0-9]{1,8}$/.test(path) ? path : `${path}/`;
}

/** Parameters whose capture was not there are left out; what the rule does not name is kept, as it was written (1.5). */
function filledQuery(wanted: string, captured: Captured, kept: string): string {
  const pairs = wanted.replace(/^\?/, '').split('&').filter((pair) => pair !== '' && captureNames(pair).every((name) => captured[name] !== undefined));
  const filled = pairs.map((pair) => fill(pair, captured, (value) => encodeURIComponent(value).replaceAll('%2F', '/')));
  const all = [...filled, ...(kept === '' ? [] : [kept])];
  return all.length > 0 ? `?${all.join('&')}` : '';
}

function leftOver(query: string, named: readonly string[]): string {
  if (named.length === 0) return query.replace(/^\?/, '');
  const nameOf = (pair: string): string => [...new URLSearchParams(pair).keys()][0] ?? '';
  return query.replace(/^\?/, '').split('&').filter((pair) => pair !== '' && !named.includes(nameOf(pair))).join('&');
}
