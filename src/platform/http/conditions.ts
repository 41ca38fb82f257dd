/** What a request's conditions and its range come to, for a file with a strong validator (RFC 9110, sections 13 and 14). */
export type Wanted =
  | { readonly status: 200 }
  | { readonly status: 206; readonly start: number; readonly end: number }
  | { readonly status: 304 | 412 | 416 };

export interface Asked {
  readonly method: string;
  /** A field of the request by its name in lower case. */
  field(name: string): string | undefined;
}

/** `etag`: strong, with its quotes. In the order of section 13.2.2; dates are not looked at, since we send none. */
export function whatIsWanted({ method, field }: Asked, { etag, bytes }: { readonly etag: string; readonly bytes: number }): Wanted {
  const ifMatch = field('if-match');
  if (ifMatch !== undefined && !names(ifMatch, etag, false)) return { status: 412 };
  const ifNoneMatch = field('if-none-match');
  if (ifNoneMatch !== undefined && names(ifNoneMatch, etag, true)) return { status: 304 };

  const range = method === 'GET' ? field('range') : undefined; // section 14.2: a range has a meaning with GET only
  const ifRange = field('if-range');
  if (range === undefined || (ifRange !== undefined && ifRange.trim() !== etag)) return { status: 200 };
  return partOf(range, bytes);
}

/** `weak`: a validator that says "nearly the same" will do (section 8.8.3.2). */
function names(list: string, etag: string, weak: boolean): boolean {
  if (list.trim() === '*') return true;
  return [...list.matchAll(/(W\/)?("[^"]*")/g)].some(([, isWeak, tag]) => tag === etag && (weak || isWeak === undefined));
}

/** One range; of several, or of another unit, the whole is sent, as section 14.2 allows: nobody reads documents in several parts at once. */
function partOf(range: string, bytes: number): Wanted {
  const [, first, last] = /^bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(range) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return { status: 200 };
  if (first !== '' && last !== '' && Number(first) > Number(last)) return { status: 200 }; // not valid, so it is as if it were not there

  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return start > end ? { status: 416 } : { status: 206, start, end };
}
