import type { Request } from 'express';
import { z } from 'zod';
import { BadRequest, NotFound, Unprocessable } from '../../../src/platform/http/errors';
import { id, line, parseBody, parseParams, parseQuery } from '../../../src/platform/http/strict-input';

const ask = (parts: { body?: unknown; query?: object; params?: object }): Request => ({ query: {}, params: {}, ...parts }) as unknown as Request;
const form = z.object({ title: line({ min: 1, max: 10, label: 'The title' }), note: z.string().default('') });

test('what is passed on is the schema’s output, in NFC, with plain line ends, without a prototype', () => {
  const parsed = parseBody(ask({ body: { title: ' cafe\u0301 ', note: 'a\r\nb\tc' } }), form);
  expect({ ...parsed }).toEqual({ title: 'caf\u00e9', note: 'a\nb\tc' });
  expect(Object.getPrototypeOf(parsed)).toBeNull();
});

test.each([
  ['an unknown field', { title: 'x', admin: '1' }],
  ['a field called __proto__', JSON.parse('{"title":"x","__proto__":{"admin":true}}')],
  ['NUL', { title: 'a\u0000b' }], ['an escape character', { title: 'a\u001bb' }], ['a lone carriage return', { title: 'a\rb' }],
  ['a lone surrogate', { title: 'a\ud800b' }], ['NUL in a name', { 'title\u0000': 'x' }],
  ['nesting without end', JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)],
])('%s is a bad request', (_what, body) => {
  expect(() => parseBody(ask({ body }), form)).toThrow(BadRequest);
});

test.each([[{}, 'title'], [{ title: ' ' }, 'title'], [{ title: 'much too long' }, 'title'], [{ title: ['a', 'b'] }, 'title'], [{ title: { a: 1 } }, 'title'], [{ title: 'a\nb' }, 'title'], [{ title: 'x', note: 7 }, 'note']])(
  '%j names the field that is wrong', (body, field) => {
    expect.assertions(2);
    try {
      parseBody(ask({ body }), form);
    } catch (error) {
      expect(error).toBeInstanceOf(Unprocessable);
      expect((error as Unprocessable).problems.map((problem) => problem.field)).toEqual([field]);
    }
  },
);

test('a query keeps what is known, drops what is not, and refuses a known name given twice', () => {
  const schema = z.object({ page: id.optional() });
  expect({ ...parseQuery(ask({ query: { page: '2', utm_source: 'x', constructor: 'y' } }), schema) }).toEqual({ page: 2 });
  expect(() => parseQuery(ask({ query: { page: ['2', '3'] } }), schema)).toThrow(BadRequest);
  expect(() => parseQuery(ask({ query: { page: '2\u0000' } }), schema)).toThrow(BadRequest);
});

test.each(['0', '-1', '01', '1.5', '1e3', ' 1', '2147483648', '99999999999', 'abc', ''])('there is nothing at the id %j', (text) => {
  expect(() => parseParams(ask({ params: { id: text } }), z.object({ id }))).toThrow(NotFound);
});

test('the largest id is that of the database', () => {
  expect({ ...parseParams(ask({ params: { id: '2147483647' } }), z.object({ id })) }).toEqual({ id: 2_147_483_647 });
});
