import { isIPv6 } from 'node:net';

/**
 * What limits by address count by: an IPv4 address, or the /64 of an IPv6 one, since whoever has one address of it has
 * them all. `::ffff:192.0.2.1` is the IPv4 address it carries. An unknown address counts as one.
 */
export function networkKey(address: string | undefined): string {
  const plain = plainAddress(address);
  if (!isIPv6(plain)) return plain;
  return `${groupsOf(plain).slice(0, 4).join(':')}::/64`;
}

/** The address as it is written down: IPv4 without its IPv6 wrapping, no zone. */
export function plainAddress(address: string | undefined): string {
  const [bare = ''] = (address ?? 'unknown').split('%');
  if (!isIPv6(bare)) return bare;

  const groups = groupsOf(bare);
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return bare;
  const [high = 0, low = 0] = groups.slice(6).map((group) => parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups without leading zeros. The URL parser writes every spelling of an address in one way. */
function groupsOf(address: string): string[] {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const head = before === '' ? [] : before.split(':');
  if (after === undefined) return head;
  const tail = after === '' ? [] : after.split(':');
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}
