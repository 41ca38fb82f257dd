import { whatIsWanted, type Wanted } from '../../../src/platform/http/conditions';

const wanted = (fields: Readonly<Record<string, string>>, method = 'GET'): Wanted => whatIsWanted({ method, field: (name) => fields[name] }, { etag: '"e"', bytes: 100 });

test.each<[string, Record<string, string>, Wanted]>([
  ['nothing asked', {}, { status: 200 }],
  ['the same', { 'if-none-match': '"x", W/"e"' }, { status: 304 }],
  ['anything', { 'if-none-match': '*' }, { status: 304 }],
  ['another', { 'if-none-match': '"ee"' }, { status: 200 }],
  ['if it is this', { 'if-match': '"x", "e"' }, { status: 200 }],
  ['if it is another', { 'if-match': '"x"' }, { status: 412 }],
  ['if it is nearly this, which is not enough', { 'if-match': 'W/"e"' }, { status: 412 }],
  ['both: the stricter first', { 'if-match': '"x"', 'if-none-match': '"e"' }, { status: 412 }],
  ['the first ten', { range: 'bytes=0-9' }, { status: 206, start: 0, end: 9 }],
  ['from the middle', { range: 'Bytes = 50-' }, { status: 206, start: 50, end: 99 }],
  ['the last ten', { range: 'bytes=-10' }, { status: 206, start: 90, end: 99 }],
  ['more than there is from the end', { range: 'bytes=-1000' }, { status: 206, start: 0, end: 99 }],
  ['beyond the end is cut', { range: 'bytes=90-1000' }, { status: 206, start: 90, end: 99 }],
  ['after the end', { range: 'bytes=100-' }, { status: 416 }],
  ['the last none', { range: 'bytes=-0' }, { status: 416 }],
  ['backwards is no range', { range: 'bytes=9-0' }, { status: 200 }],
  ['several are sent whole', { range: 'bytes=0-1,5-6' }, { status: 200 }],
  ['other units are not known', { range: 'pages=1-2' }, { status: 200 }],
  ['words are no range', { range: 'bytes=a-b' }, { status: 200 }],
  ['a part of this version', { range: 'bytes=0-9', 'if-range': '"e"' }, { status: 206, start: 0, end: 9 }],
  ['a part of another version', { range: 'bytes=0-9', 'if-range': '"x"' }, { status: 200 }],
  ['a part of a date, which we do not tell', { range: 'bytes=0-9', 'if-range': 'Sat, 01 Nov 2026 00:00:00 GMT' }, { status: 200 }],
  ['the validator before the range', { range: 'bytes=0-9', 'if-none-match': '"e"' }, { status: 304 }],
])('%s', (_, fields, answer) => {
  expect(wanted(fields)).toEqual(answer);
});

test('a range means nothing with HEAD', () => {
  expect(wanted({ range: 'bytes=0-9' }, 'HEAD')).toEqual({ status: 200 });
});

test('an empty file has no parts', () => {
  expect(whatIsWanted({ method: 'GET', field: (name) => ({ range: 'bytes=0-' })[name] }, { etag: '"e"', bytes: 0 })).toEqual({ status: 416 });
});
