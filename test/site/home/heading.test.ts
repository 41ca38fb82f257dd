import { headingParts, plainHeading } from '../../../src/site/home/heading';

test('words between asterisks are emphasised', () => {
  expect(headingParts('written by *the people who build it.*')).toEqual([
    { text: 'written by ', emphasis: false },
    { text: 'the people who build it.', emphasis: true },
  ]);
});

test('a heading without asterisks is one part', () => {
  expect(headingParts('Standards for the Internet')).toEqual([{ text: 'Standards for the Internet', emphasis: false }]);
});

test('elsewhere the asterisks are left out', () => {
  expect(plainHeading('written by *the people*')).toBe('written by the people');
});
