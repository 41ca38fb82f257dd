import { triggerIn } from '../../../src/client/admin/completion/triggers';

test.each([
  ['see RFC 911', { kinds: ['rfc'], words: '911', length: 7 }],
  ['(rfc9110', { kinds: ['rfc'], words: '9110', length: 7 }],
  ['BCP 14', { kinds: ['bcp'], words: '14', length: 6 }],
  ['as in draft-ietf-quic', { kinds: ['draft'], words: 'draft-ietf-quic', length: 15 }],
  ['thanks to @Mara L', { kinds: ['person'], words: 'Mara L', length: 7 }],
  ['[[', { kinds: [], words: '', length: 2 }],
  ['see [[page about us', { kinds: ['page'], words: 'about us', length: 15 }],
  ['[[working gr', { kinds: [], words: 'working gr', length: 12 }],
  ['[[term:', { kinds: ['term'], words: '', length: 7 }],
])('%j may become a reference', (before, trigger) => {
  expect(triggerIn(before)).toEqual(trigger);
});

test.each(['', 'a', 'RFC', 'RFC ', 'XRFC 911', 'RFC 9110 ', 'mail@example', 'draft', 'a draft-', '[[done]]', '@'])('%j does not', (before) => {
  expect(triggerIn(before)).toBeUndefined();
});
