import { paragraphsOf } from '../../../src/imports/rfc-editor/paragraphs';

test('lines of a text file become paragraphs again', () => {
  expect(paragraphsOf([
    'This document specifies the signal channel, a protocol for signaling the need',
    'for protection against attacks to a server capable of enabling network traffic',
    'mitigation on behalf of the requesting client.',
    'A companion document defines the data channel, a separate reliable layer for',
    'management and configuration.',
  ])).toEqual([
    'This document specifies the signal channel, a protocol for signaling the need for protection against attacks to a server capable of enabling network traffic mitigation on behalf of the requesting client.',
    'A companion document defines the data channel, a separate reliable layer for management and configuration.',
  ]);
});

test('paragraphs stay paragraphs', () => {
  const long = 'A paragraph that is longer than any line of a text file would be, since nobody broke it anywhere at all.';
  expect(paragraphsOf([long, long])).toEqual([long, long]);
  expect(paragraphsOf(['One sentence.', 'Another sentence, a little longer.'])).toEqual(['One sentence.', 'Another sentence, a little longer.']);
});

test('a last line that was put together with what follows is no reason to keep the others apart', () => {
  const tail = 'deployed or have fallen into disuse. This memo provides information for the whole Internet community.';
  expect(paragraphsOf(['This document describes routing architectures that were once', 'widely', tail])).toEqual([`This document describes routing architectures that were once widely ${tail}`]);
});

test('a full line that ends a sentence goes on', () => {
  expect(paragraphsOf(['A line that is exactly as long as a line can possibly be here, it is.', 'It goes', 'on.'])).toEqual(['A line that is exactly as long as a line can possibly be here, it is. It goes on.']);
});

test('a word cut at its own hyphen is one word; nothing makes nothing', () => {
  expect(paragraphsOf(['This is about real-', 'time data.'])).toEqual(['This is about real-time data.']);
  expect(paragraphsOf(['', ''])).toEqual([]);
});
