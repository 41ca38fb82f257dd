import { correct, type TermFacts } from '../../../src/cms/search/correct';
import { parseTerms } from '../../../src/cms/search/terms';

const KNOWN: TermFacts = { known: true, listed: true, similar: [] };
const unknown = (...similar: string[]): TermFacts => ({ known: false, listed: false, similar });

function pieces(text: string, facts: TermFacts[]): { text: string | null; words: string[] } {
  const corrected = correct(parseTerms(text), facts);
  return { text: corrected.text, words: corrected.terms.wanted.map((term) => term.pieces.join(' ') + (term.unfinished ? '*' : '')) };
}

test('a word that is nowhere becomes the nearest that is somewhere', () => {
  expect(pieces('meeting registartion', [KNOWN, unknown('registrar', 'registration')])).toEqual({ text: 'meeting registration', words: ['meeting', 'registration'] });
});

test('what is too different is not what was meant: then it is the beginning of a word', () => {
  expect(pieces('working gr', [KNOWN, unknown('grow', 'green')])).toEqual({ text: null, words: ['working', 'gr*'] });
});

test('a phrase that is nowhere is dropped, and nothing is put in its place', () => {
  expect(pieces('"no such phrase" draft', [unknown('such'), KNOWN])).toEqual({ text: null, words: ['draft'] });
});

test('a word that stands only in the depths of a text keeps its hits, beside those of the right one', () => {
  const { terms, text } = correct(parseTerms('accesibility'), [{ known: true, listed: false, similar: ['accessibility'] }]);
  expect([text, terms.wanted[0]]).toEqual(['accessibility', { pieces: ['accessibility'], quoted: false, also: 'accesibility' }]);
});
