import { originOf } from '../../../src/platform/http/origin';

const asked = (host: string | undefined, protocol = 'http') => ({ protocol, headers: { host } });

test('with a public base URL the origin is that, whatever Host says', () => {
  expect(originOf(asked('evil.example'), 'https://www.example.org')).toBe('https://www.example.org');
});

test('on loopback it is the request’s own', () => {
  expect(originOf(asked('127.0.0.1:4000'), 'http://localhost:3000')).toBe('http://127.0.0.1:4000');
  expect(originOf(asked('[::1]:4000'), 'http://localhost:3000')).toBe('http://[::1]:4000');
});

test.each([undefined, '', "x'; script-src *", 'a b', 'x"y', 'x/y', ':::'])('a Host of %j is not believed', (host) => {
  expect(originOf(asked(host), 'http://localhost:3000')).toBe('http://localhost:3000');
});
