import { safePath } from '../../../src/platform/http/safe-path';

const ORIGIN = 'https://www.example.org';

test.each([
  ['/admin', '/admin'], ['/admin?tab=1&x=%2F', '/admin?tab=1&x=%2F'], ['about/', '/about/'], ['?query=x', '/?query=x'], ['/a/../b', '/b'],
  ['https://www.example.org/x', '/x'], ['/#part', '/'], ['https:evil.example', '/evil.example'], ['/caf\u00e9', '/caf%C3%A9'],
])('%s is %s of ours', (target, path) => {
  expect(safePath(target, ORIGIN)).toBe(path);
});

test.each([
  '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/.//evil.example', '/a/..//evil.example', '/%2e//evil.example',
  'https://evil.example', 'http://www.example.org/', 'https://www.example.org:8443/', 'https://www.example.org@evil.example/',
  'https://www.example.org//evil.example', 'javascript:alert(1)', 'data:text/html,x', '/\t/evil.example', '/\n/evil.example', 'https://', '', null, undefined, ['/admin'],
])('%j is nobody’s', (target) => {
  expect(safePath(target, ORIGIN)).toBeNull();
});
