import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { connect as secure, type TLSSocket } from 'node:tls';
import { isAllowedHost, type Network } from '../../outbound/allowed-address.ts';
import { checkedLookup } from '../../outbound/checked-lookup.ts';
import { connectionFailure, DirectoryFailure } from './directory-failure.ts';

export type DirectoryAddress = { url: string; certificate: string | null };

/** The LDAP message 1: an extended request for StartTLS, 1.3.6.1.4.1.1466.20037. */
const startTlsRequest = Buffer.concat([
  Buffer.from([0x30, 0x1d, 0x02, 0x01, 0x01, 0x77, 0x18, 0x80, 0x16]),
  Buffer.from('1.3.6.1.4.1.1466.20037'),
]);
/** More than the answer to it has. */
const mostAnswerBytes = 4_096;

/**
 * Connects to a directory by TLS, at once or by StartTLS; its certificate has to be for its host.
 * @param signal ends it; then it fails with `too-slow`
 * @throws DirectoryFailure
 */
export async function openSecureSocket(
  { url, certificate }: DirectoryAddress,
  allowedNetworks: readonly Network[],
  signal: AbortSignal,
): Promise<TLSSocket> {
  const address = new URL(url);
  if (!isAllowedHost(address, allowedNetworks)) throw new DirectoryFailure('address-not-allowed');
  const host = address.hostname.replace(/^\[(.*)\]$/, '$1');
  const startsOpen = address.protocol === 'ldap:';
  const port = Number(address.port) || (startsOpen ? 389 : 636);
  let open: Socket | undefined;
  try {
    open = connect({ host, port, lookup: checkedLookup(allowedNetworks) });
    ignoreErrors(open);
    await once(open, 'connect', { signal });
    if (startsOpen) await askForTls(open, signal);
    const socket = secure({
      socket: open,
      host,
      ...(isIP(host) === 0 && { servername: host }),
      ...(certificate && { ca: certificate }),
      minVersion: 'TLSv1.2',
    });
    ignoreErrors(socket);
    await once(socket, 'secureConnect', { signal });
    return socket;
  } catch (error) {
    open?.destroy();
    throw signal.aborted ? new DirectoryFailure('too-slow', { cause: error }) : connectionFailure(error);
  }
}

/** Whoever waits for it hears of what went wrong; what goes wrong later must end nothing but the connection. */
function ignoreErrors(socket: Socket): void {
  socket.on('error', () => {});
}

/**
 * Asks a directory to go on by TLS. Whatever came beside its answer was said in clear, perhaps by another: were it read as if
 * it had come by TLS, anyone on the way could say that a password is right.
 */
async function askForTls(socket: Socket, signal: AbortSignal): Promise<void> {
  socket.write(startTlsRequest);
  let answer = Buffer.alloc(0);
  let whole: number | undefined;
  do {
    await once(socket, 'readable', { signal });
    const chunk: unknown = socket.read();
    if (!Buffer.isBuffer(chunk)) {
      await setImmediate();
      if (socket.readableEnded || socket.destroyed) throw new DirectoryFailure('not-a-directory');
      continue;
    }
    answer = Buffer.concat([answer, chunk]);
    whole = lengthOf(answer);
    if (answer.length > mostAnswerBytes) throw new DirectoryFailure('not-a-directory');
  } while (whole === undefined || answer.length < whole);
  if (answer.length > whole) throw new DirectoryFailure('not-a-directory');
  if (!saysYes(answer)) throw new DirectoryFailure('no-tls');
}

/** Of a BER element with its head, as soon as that is there. */
function lengthOf(bytes: Buffer): number | undefined {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return undefined;
  if (tag !== 0x30) throw new DirectoryFailure('not-a-directory');
  if (first < 0x80) return 2 + first;
  const digits = first - 0x80;
  if (digits === 0 || digits > 4) throw new DirectoryFailure('not-a-directory');
  return bytes.length < 2 + digits ? undefined : 2 + digits + bytes.readUIntBE(2, digits);
}

/** Message 1, an extended response (0x78) whose result code is 0. */
function saysYes(answer: Buffer): boolean {
  const head = Buffer.from([0x02, 0x01, 0x01, 0x78]);
  const at = answer.indexOf(head);
  if (at < 0 || at > 6) return false;
  const lengthByte = answer[at + head.length] ?? 0;
  const result = at + head.length + 1 + (lengthByte < 0x80 ? 0 : lengthByte - 0x80);
  return answer.subarray(result, result + 3).equals(Buffer.from([0x0a, 0x01, 0x00]));
}
