import type { CustomFetch } from 'openid-client';
import { Agent, request } from 'undici';
import { isAllowedHost, type Network } from '../../outbound/allowed-address.ts';
import { AddressNotAllowed, checkedLookup } from '../../outbound/checked-lookup.ts';
import { ProviderFailure } from './provider-failure.ts';

/** For each request, in milliseconds. */
const longestMs = 5_000;
/** More than metadata, keys or tokens are. */
const mostBytes = 1_000_000;

const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Whether a provider may be at an address: https; on this machine also without, where the installation itself is. */
export const isProviderAddress = (url: URL, https: boolean): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && !https && isLoopback(url));

type Guard = {
  issuer: string;
  /** Whether the installation is. */
  https: boolean;
  allowedNetworks: readonly Network[];
  deadlineMs?: number;
};

/**
 * Asks a provider's server, which somebody of an organisation has named: only over https (or where the issuer is on this
 * machine), only addresses that are allowed, no redirects, 5 s and 1 MB at most.
 * @throws ProviderFailure
 */
export function createProviderFetch({ issuer, https, allowedNetworks, deadlineMs = longestMs }: Guard): CustomFetch {
  const mayBeOpen = isProviderAddress(new URL(issuer), https) && issuer.startsWith('http:');

  return async (address, { method, headers, body }) => {
    const url = new URL(address);
    if (url.protocol !== 'https:' && !(mayBeOpen && isLoopback(url))) throw new ProviderFailure('endpoint-not-allowed');
    if (!isAllowedHost(url, allowedNetworks)) throw new ProviderFailure('address-not-allowed');
    const signal = AbortSignal.timeout(deadlineMs);
    const agent = new Agent({ connect: { lookup: checkedLookup(allowedNetworks) }, connections: 1, pipelining: 0 });
    try {
      const response = await request(url, {
        method,
        headers,
        body: body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : null,
        dispatcher: agent,
        signal,
      });
      const bytes = await limited(response.body);
      const answered = new Headers();
      for (const name of ['content-type', 'www-authenticate']) {
        const value = response.headers[name];
        if (typeof value === 'string') answered.set(name, value);
      }
      const empty = [204, 205, 304].includes(response.statusCode);
      return new Response(empty ? null : bytes, { status: response.statusCode, headers: answered });
    } catch (error) {
      if (error instanceof ProviderFailure) throw error;
      if (error instanceof AddressNotAllowed) throw new ProviderFailure('address-not-allowed');
      throw new ProviderFailure(signal.aborted ? 'too-slow' : 'unreachable');
    } finally {
      await agent.destroy();
    }
  };
}

async function limited(chunks: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const taken: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > mostBytes) throw new ProviderFailure('not-a-provider');
    taken.push(chunk);
  }
  return Buffer.concat(taken);
}
