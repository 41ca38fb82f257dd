import { parseTerms, writeBeginning, writeQuery, type Wording } from '../../../src/cms/search/terms';

const WORDING: Wording = {
  synonyms: { email: ['mail'], rfp: ['request for proposals'], 'request for proposals': ['rfp'] }, weak: ['ietf'], fillers: ['what', 'is', 'the', 'for'],
};
const write = (text: string) => writeQuery(parseTerms(text), WORDING);

test('words are all wanted, quoted ones side by side, those after a minus not at all', () => {
  expect(write('quic transport').all).toBe(`'quic' & 'transport'`);
  expect(write('“rough consensus” code -hum -"loud voices"')).toMatchObject({ all: `('rough' <-> 'consensus') & 'code'`, unwanted: `'hum' | ('loud' <-> 'voices')` });
  expect(write('draft-ietf-quic').all).toBe(`('draft' <-> 'ietf' <-> 'quic')`);
});

test('a minus alone, signs, emoji and an empty phrase ask for nothing', () => {
  for (const text of ['-hum', '"" - & | !', '🚀🚀', "'';--", '']) expect([text, write(text).all]).toEqual([text, '']);
});

test('nothing typed is an operator: only letters, digits and points reach the query', () => {
  const { all } = write(`a:* & 'b' | !c <-> (d) \\e "f`);
  expect(all).toBe(`'a' & 'b' & 'c' & 'd' & 'e' & 'f'`);
});

test('a word with a number at its end is also the two apart', () => {
  expect(write('http3').all).toBe(`('http3' | ('http' <-> '3'))`);
  expect(write('tls1.3').inTitle).toBe(`('tls1.3':A | ('tls':A <-> '1.3':A))`);
});

test('synonyms stand beside words and beside names of several words, but not in phrases', () => {
  expect(write('email').all).toBe(`('email' | 'mail')`);
  expect(write('request for proposals').all).toBe(`(('request' & 'for' & 'proposals') | ('rfp'))`);
  expect(write('"email"').all).toBe(`'email'`);
  expect(write('constructor toString').all).toBe(`'constructor' & 'tostring'`);
});

test('words that are everywhere are needed only when there are no others', () => {
  expect(write('what is the ietf trust').all).toBe(`'trust'`);
  expect(write('what is the ietf').all).toBe(`'ietf'`);
  expect(write('what is the').all).toBe(`'what' & 'is' & 'the'`);
});

test('of at least three words one may be missing', () => {
  expect(write('a b').allButOne).toBe('');
  expect(write('a b c').allButOne).toBe(`('b' & 'c') | ('a' & 'c') | ('a' & 'b')`);
});

test('while typing the last word is a beginning', () => {
  expect(writeBeginning(parseTerms('http sem'))).toBe(`'http':A & 'sem':*A`);
});
