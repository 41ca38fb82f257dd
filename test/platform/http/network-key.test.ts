import { networkKey, plainAddress } from '../../../src/platform/http/network-key';

test.each([
  ['192.0.2.1', '192.0.2.1'], ['::ffff:192.0.2.1', '192.0.2.1'], ['::ffff:c000:201', '192.0.2.1'], ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:0DB8:1:2::', '2001:db8:1:2::/64'], ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'], [undefined, 'unknown'],
])('%s counts as %s', (address, key) => {
  expect(networkKey(address)).toBe(key);
});

test('written down, an address is whole', () => {
  expect(plainAddress('2001:db8::1')).toBe('2001:db8::1');
  expect(plainAddress('::ffff:192.0.2.1')).toBe('192.0.2.1');
});
