import { encodePath, parsePath, prefixesOf } from '../../../src/cms/addresses/path';

test.each([
  ['/', '/'],
  ['//', '/'],
  ['/about', '/about'],
  ['/about/', '/about'],
  ['//about///groups//', '/about/groups'],
  ['/About', '/About'],
  ['/caf%C3%A9/', '/café'],
  ['/cafe%CC%81/', '/café'],
])('%s is the address %s', (written, path) => {
  expect(parsePath(written).path).toBe(path);
});

test.each(['/%', '/%E0%A4%A', '/%00', '/a%0ab', '/..%2f..%2fetc/passwd', '/../etc', '/a/./b', '/a%5cb'])('%s is refused', (written) => {
  expect(() => parsePath(written)).toThrow(expect.objectContaining({ status: 400 }));
});

test('every address lists its prefixes from the top', () => {
  expect(prefixesOf('/')).toEqual(['/']);
  expect(prefixesOf('/a/b')).toEqual(['/', '/a', '/a/b']);
});

test('an address is encoded segment by segment', () => {
  expect(encodePath('/a b/ü?#')).toBe('/a%20b/%C3%BC%3F%23');
});
