import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';

export type Network = [IPv4 | IPv6, number];

/** Public by its number, but the door to what runs a machine at Azure. */
const azureHost = '168.63.129.16';
/** Of IPv6, all that is public so far. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether this server may ask at an address that somebody of an organisation has named: only at public ones, so that nobody
 * makes it ask what only it can reach, unless an operator allows a network that is not public.
 */
export function isAllowedAddress(text: string, allowedNetworks: readonly Network[]): boolean {
  if (!ipaddr.isValid(text)) return false;
  // IPv4 in the clothes of IPv6 is IPv4.
  const address = ipaddr.process(text);
  return isPublic(address) || allowedNetworks.some((network) => contains(network, address));
}

/** Whether an address that names its host by number may be asked; names are looked up, and checked, when they are connected to. */
export function isAllowedHost(url: URL, allowedNetworks: readonly Network[]): boolean {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return !ipaddr.isValid(host) || isAllowedAddress(host, allowedNetworks);
}

function isPublic(address: IPv4 | IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(globalUnicast) : address.toString() !== azureHost;
}

const contains = ([network, bits]: Network, address: IPv4 | IPv6): boolean =>
  network.kind() === address.kind() && address.match(network, bits);
