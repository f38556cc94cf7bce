import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isAllowedAddress, type Network } from './allowed-address.ts';

/** What was to be asked is at an address that may not be asked. */
export class AddressNotAllowed extends Error {
  override readonly name = 'AddressNotAllowed';
}

/** Looks a name up; one that has any address which is not allowed has none. What was checked is what is connected to. */
export const checkedLookup =
  (allowedNetworks: readonly Network[]): LookupFunction =>
  (hostname, options, callback) => {
    systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) return callback(error ?? new Error('The name has no address'), '');
      if (!addresses.every(({ address }) => isAllowedAddress(address, allowedNetworks))) {
        return callback(new AddressNotAllowed('The name has an address that may not be asked'), '');
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
