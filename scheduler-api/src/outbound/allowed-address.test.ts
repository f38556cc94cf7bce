import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { isAllowedAddress } from './allowed-address.ts';

describe('a calendar may be read from', () => {
  it.each(['8.8.8.8', '2a00:1450:4001::200e', '::ffff:8.8.8.8'])('a public address: %s', (address) => {
    expect(isAllowedAddress(address, [])).toBe(true);
  });

  it('a network that an operator allows, and no other', () => {
    const allowed = [ipaddr.parseCIDR('10.20.0.0/16'), ipaddr.parseCIDR('fd12::/16')];
    expect(isAllowedAddress('10.20.3.4', allowed)).toBe(true);
    expect(isAllowedAddress('::ffff:10.20.3.4', allowed)).toBe(true);
    expect(isAllowedAddress('fd12::7', allowed)).toBe(true);
    expect(isAllowedAddress('10.21.3.4', allowed)).toBe(false);
    expect(isAllowedAddress('fd13::7', allowed)).toBe(false);
  });
});

describe('a calendar is not read from', () => {
  it.each([
    [
      'this machine',
      ['127.0.0.1', '127.8.9.1', '::1', '0.0.0.0', '::', '::ffff:127.0.0.1', '::ffff:7f00:1', '::7f00:1'],
    ],
    ['a private network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd00::1', 'fec0::1']],
    ['what a provider keeps to itself', ['100.64.0.1', '100.127.255.255', '198.18.0.1', '192.0.0.192']],
    ['a link', ['169.254.0.1', 'fe80::1']],
    ['a machine’s own description', ['169.254.169.254', 'fd00:ec2::254', '100.100.100.200', '168.63.129.16']],
    ['many at once', ['224.0.0.1', '255.255.255.255', 'ff02::1']],
    ['IPv4 within IPv6', ['64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:1::1']],
    ['what is kept for examples and later', ['192.0.2.1', '203.0.113.5', '240.0.0.1', '2001:db8::1', '4000::1']],
    ['what is no address', ['', 'localhost', '8.8.8.8/8']],
  ])('%s', (_what, addresses) => {
    for (const address of addresses) expect(isAllowedAddress(address, []), address).toBe(false);
  });
});
