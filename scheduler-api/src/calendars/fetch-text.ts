import { pipeline } from 'node:stream/promises';
import { createUnzip } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { isAllowedHost, type Network } from '../outbound/allowed-address.ts';
import { AddressNotAllowed, checkedLookup } from '../outbound/checked-lookup.ts';
import { UnreadableCalendar } from './unreadable.ts';

export type Question = {
  url: URL;
  method: 'GET' | 'PROPFIND' | 'REPORT';
  headers: Record<string, string>;
  body?: string | undefined;
  /** Sent to the origin of `url` only. */
  credentials: { username: string; password: string } | null;
  /** More than so many bytes are not taken, counted when they are unpacked. */
  mostBytes: number;
};
export type Answer = { status: number; header(name: string): string | undefined; body: string };

const mostRedirects = 3;
const redirects = [301, 302, 303, 307, 308];

/**
 * Asks a server that somebody else has named. Only http and https, only addresses that are allowed: looked up here, and what
 * was checked is what is connected to, at each redirect anew.
 * @param options.signal ends all of it, however slowly the server answers
 * @throws UnreadableCalendar when there is no good answer
 */
export async function fetchText(
  question: Question,
  { allowedNetworks, signal }: { allowedNetworks: readonly Network[]; signal: AbortSignal },
): Promise<Answer> {
  const agent = new Agent({ connect: { lookup: checkedLookup(allowedNetworks) }, connections: 1, pipelining: 0 });
  try {
    let url = question.url;
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
      assertAskable(url, allowedNetworks);
      const response = await send(url, question, agent, signal);
      const next = redirects.includes(response.statusCode) ? redirectOf(response, url) : undefined;
      if (!next) return await answerOf(response, question.mostBytes, signal);
      await response.body.dump();
      url = next;
    }
    throw new UnreadableCalendar('unreachable');
  } catch (error) {
    if (error instanceof UnreadableCalendar) throw error;
    if (error instanceof AddressNotAllowed) throw new UnreadableCalendar('address-not-allowed');
    // The cause names the server: it is not passed on, so that no log has it.
    throw new UnreadableCalendar(signal.aborted ? 'too-slow' : 'unreachable');
  } finally {
    // What is still under way has been given up.
    await agent.destroy();
  }
}

function assertAskable(url: URL, allowedNetworks: readonly Network[]): void {
  const isWeb = ['http:', 'https:'].includes(url.protocol);
  if (!isWeb || !isAllowedHost(url, allowedNetworks)) throw new UnreadableCalendar('address-not-allowed');
}

function send(url: URL, question: Question, dispatcher: Agent, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const { method, headers, body, credentials } = question;
  const isOwn = url.origin === question.url.origin;
  return request(url.href, {
    method,
    dispatcher,
    signal,
    headers: {
      'user-agent': 'remote-clerk',
      'accept-encoding': 'gzip',
      ...headers,
      ...(credentials && isOwn && { authorization: basic(credentials) }),
    },
    body: body ?? null,
  });
}

const basic = ({ username, password }: { username: string; password: string }) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

function redirectOf({ headers }: Dispatcher.ResponseData, from: URL): URL | undefined {
  const { location } = headers;
  if (typeof location !== 'string' || !URL.canParse(location, from.href)) return undefined;
  const next = new URL(location, from);
  // What was asked for in secret is not asked for in the open.
  if (from.protocol === 'https:' && next.protocol === 'http:') throw new UnreadableCalendar('address-not-allowed');
  return next;
}

async function answerOf(response: Dispatcher.ResponseData, mostBytes: number, signal: AbortSignal): Promise<Answer> {
  const header = (name: string) => {
    const value = response.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  // One piece of memory that grows: very many very small chunks would take many times their own size.
  const memory = new ArrayBuffer(0, { maxByteLength: mostBytes });
  const bytes = new Uint8Array(memory);
  const take = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) {
      const size = memory.byteLength;
      if (size + chunk.length > mostBytes) throw new UnreadableCalendar('too-large');
      memory.resize(size + chunk.length);
      bytes.set(chunk, size);
    }
  };
  const encoding = header('content-encoding') ?? 'identity';
  if (Number(header('content-length')) > mostBytes) throw new UnreadableCalendar('too-large');
  if (encoding === 'identity') await pipeline(response.body, take, { signal });
  else if (encoding === 'gzip') await pipeline(response.body, createUnzip(), take, { signal });
  else throw new UnreadableCalendar('not-a-calendar');
  return { status: response.statusCode, header, body: Buffer.copyBytesFrom(bytes).toString('utf8') };
}
