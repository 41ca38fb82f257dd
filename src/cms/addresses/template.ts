/** What the captures of a rule held, by name. A capture of a query that was not there has no entry. */
export type Captured = Readonly<Record<string, string>>;

/** A path or a query value with captures in it, ready to be compared. */
export interface Template {
  readonly names: readonly string[];
  match(text: string): Captured | undefined;
}

/** `{name}`, `{name:int}`, `{name:num}`, `{name:1-121}`, `{name:path}`, `{name:one|two}` */
const CAPTURE = /\{([a-z][a-z0-9_]*)(?::([^{}]+))?\}/gi;

/** Bounded, so that no address makes the comparison slow; `rule-problems.ts` refuses captures side by side. */
const PART = '[A-Za-z0-9._+-]{1,200}';
const DAY = '[A-Za-z0-9._+/-]{1,200}';
const RANGE = /^(\d+)-(\d+)$/;
const REST = '[A-Za-z0-9._+/-]{0,2000}';

/** Names whose values are written in lower case wherever they go: acronyms and lists are. */
const LOWER_CASE = ['wg', 'list'];

/** A whole path. `{rest:path}` takes the slash before it along, so that `/chairs/{rest:path}` is `/chairs` too. */
export function pathTemplate(text: string, ignoreCase: boolean): Template {
  return compile(text.replace(/(?<=.)\/$/, ''), PART, ignoreCase);
}

/** One value of a query: here a plain capture may hold slashes, since dates came as `28/02/2019`. */
export function valueTemplate(text: string): Template {
  return compile(text, DAY, false);
}

/** Names of the captures in a text, in their order. */
export function captureNames(text: string): string[] {
  return [...text.matchAll(CAPTURE)].map(([, name]) => name!);
}

export function isTyped(text: string): boolean {
  return [...text.matchAll(CAPTURE)].some(([, , type]) => type !== undefined);
}

/** `/wg/{wg}/about` with { wg: 'tls' } → `/wg/tls/about` */
export function fill(text: string, captured: Captured, encode: (value: string) => string = same): string {
  return text.replace(CAPTURE, (_whole, name: string) => encode(captured[name] ?? ''));
}

function compile(text: string, plain: string, ignoreCase: boolean): Template {
  const types: [string, string | undefined][] = [...text.matchAll(CAPTURE)].map(([, name, type]) => [name!, type]);
  const source = sourceOf(text, plain);
  const expression = new RegExp(`^${source}$`, ignoreCase ? 'i' : '');
  const match = (given: string): Captured | undefined => {
    const groups = expression.exec(given)?.groups;
    if (!groups || types.some(([name, type]) => !isInRange(type, groups[name] ?? ''))) return undefined;
    return Object.fromEntries(types.map(([name, type]) => [name, written(name, type, groups[name] ?? '')]));
  };
  // without captures there are no groups, and what fits is fitted by nothing
  return { names: types.map(([name]) => name), match: types.length > 0 ? match : (given) => (expression.test(given) ? {} : undefined) };
}

function sourceOf(text: string, plain: string): string {
  let source = '';
  let from = 0;
  for (const found of text.matchAll(CAPTURE)) {
    const [whole, name, type] = found;
    const literal = text.slice(from, found.index);
    const takesSlash = type === 'path' && literal.endsWith('/');
    source += escape(takesSlash ? literal.slice(0, -1) : literal);
    const group = `(?<${name}>${expressionOf(type, plain)})`;
    source += takesSlash ? `(?:/${group})?` : group;
    from = found.index + whole.length;
  }
  return source + escape(text.slice(from));
}

function expressionOf(type: string | undefined, plain: string): string {
  if (type === undefined) return plain;
  if (type === 'path') return REST;
  if (type === 'num' || isNumber(type)) return '[0-9]{1,12}';
  return type.split('|').map(escape).join('|');
}

/** A range is for what has a last one, such as the meetings of the past: the next is not an old address. */
function isInRange(type: string | undefined, value: string): boolean {
  const [, first, last] = RANGE.exec(type ?? '') ?? [];
  return first === undefined || (Number(value) >= Number(first) && Number(value) <= Number(last));
}

function isNumber(type: string): boolean {
  return type === 'int' || RANGE.test(type);
}

/** As it goes into the target: numbers without leading zeros, unless they are of the kind `num`. */
function written(name: string, type: string | undefined, value: string): string {
  if (type !== undefined && isNumber(type)) return value.replace(/^0+(?=\d)/, '');
  return LOWER_CASE.includes(name) ? value.toLowerCase() : value;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function same(value: string): string {
  return value;
}
