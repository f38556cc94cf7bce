import type { DirectoryAttributes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { Client, InvalidCredentialsError, InvalidDNSyntaxError, NoSuchObjectError } from 'ldapts';
import type { Network } from '../../outbound/allowed-address.ts';
import { answerFailure, DirectoryFailure } from './directory-failure.ts';
import { type DirectoryAddress, openSecureSocket } from './secure-socket.ts';

/** All that asking a directory needs. */
export type DirectoryAccess = DirectoryAddress & {
  bindDn: string;
  bindPassword: string;
  baseDn: string;
  attributes: DirectoryAttributes;
  groupBaseDn: string | null;
  groupAttribute: string;
};

/** For the whole of a conversation, in milliseconds, and all that the directory may say in it, in bytes. */
export type Limits = { deadlineMs: number; mostBytes: number };

/** A connection to a directory, bound as the account that this system has there. */
export type BoundDirectory = { access: DirectoryAccess; client: Client; bindAsSelf(): Promise<void> };

/**
 * Opens a connection by TLS, binds, does `work` and closes it. ldapts gets a socket that is secure already and no other: it
 * would connect anew by itself, and then in clear.
 * @throws DirectoryFailure
 */
export async function withDirectory<T>(
  access: DirectoryAccess,
  { deadlineMs, mostBytes }: Limits,
  allowedNetworks: readonly Network[],
  work: (directory: BoundDirectory) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(deadlineMs);
  const socket = await openSecureSocket(access, allowedNetworks, signal);
  let failure: DirectoryFailure | undefined;
  const stop = (problem: 'too-slow' | 'too-large') => {
    failure ??= new DirectoryFailure(problem);
    socket.destroy();
  };
  const late = () => stop('too-slow');
  signal.addEventListener('abort', late);
  if (signal.aborted) late();
  let taken = false;
  let bytes = 0;
  socket.on('data', (data: Buffer) => {
    bytes += data.length;
    if (bytes > mostBytes) stop('too-large');
  });
  const client = new Client({
    url: access.url,
    tlsOptions: { minVersion: 'TLSv1.2' },
    createSecureConnection() {
      if (taken) throw new DirectoryFailure('unreachable');
      taken = true;
      return socket;
    },
  });
  const bindAsSelf = async () => {
    try {
      await client.bind(access.bindDn, access.bindPassword);
    } catch (error) {
      const refusals = [InvalidCredentialsError, NoSuchObjectError, InvalidDNSyntaxError];
      throw refusals.some((kind) => error instanceof kind) ? new DirectoryFailure('bind-refused') : error;
    }
  };
  try {
    await bindAsSelf();
    return await work({ access, client, bindAsSelf });
  } catch (error) {
    throw failure ?? answerFailure(error);
  } finally {
    signal.removeEventListener('abort', late);
    await client.unbind().catch(() => {});
    socket.on('error', () => {});
    socket.destroy();
  }
}
