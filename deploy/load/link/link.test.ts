import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findFreePorts } from '../../rehearsal/venue/free-ports.ts';
import { Link } from './link.ts';

const target = '127.0.0.1';
const address = '127.0.0.20';

/** A server that says everything back, by UDP and TCP on the same port, and the link to it. */
let port: number;
let echo: { udp: UdpSocket; tcp: Server; heardFrom: Set<number>; accepted: Socket[] };
let link: Link;

beforeEach(async () => {
  port = await findFreePorts(1);
  const udp = createSocket('udp4');
  const heardFrom = new Set<number>();
  udp.on('message', (message, from) => {
    heardFrom.add(from.port);
    udp.send(message, from.port, from.address);
  });
  udp.bind(port, target);
  await once(udp, 'listening');
  const accepted: Socket[] = [];
  const tcp = createServer((socket) => {
    accepted.push(socket);
    socket.on('error', () => undefined).pipe(socket);
  }).listen(port, target);
  await once(tcp, 'listening');
  echo = { udp, tcp, heardFrom, accepted };
  link = await Link.open({ address, target, tcp: [port], udp: [port] });
});
afterEach(() => {
  link.close();
  echo.udp.close();
  echo.tcp.close();
});

async function sender(to = address) {
  const socket = createSocket('udp4');
  const heard: string[] = [];
  socket.on('message', (message) => heard.push(message.toString()));
  socket.bind(0, target);
  await once(socket, 'listening');
  return {
    heard,
    say: (...words: string[]) => {
      for (const word of words) socket.send(word, port, to);
    },
    close: () => socket.close(),
  };
}

async function caller() {
  const socket = connect(port, address);
  const state = { text: '', closed: false };
  socket.setEncoding('utf8').on('data', (text: string) => {
    state.text += text;
  });
  socket
    .on('error', () => undefined)
    .on('close', () => {
      state.closed = true;
    });
  await once(socket, 'connect');
  return { state, say: (text: string) => void socket.write(text), close: () => socket.destroy() };
}

const becomes = (look: () => unknown, wanted: unknown) =>
  vi.waitFor(() => expect(look()).toEqual(wanted), { timeout: 10_000 });

/** Whatever was sent before has been read by the link since: these went the same way past it, there and back. */
async function settled() {
  const past = await sender(target);
  for (const rounds of [1, 2, 3]) {
    past.say('?');
    await becomes(() => past.heard.length, rounds);
  }
  past.close();
}

describe('datagrams', () => {
  it('go there and back, and are counted', async () => {
    const one = await sender();
    one.say('a', 'b');
    await becomes(() => one.heard, ['a', 'b']);
    expect(link.carried([port])).toBe(4);
    one.close();
  });

  it('of two senders do not mix', async () => {
    const [one, other] = [await sender(), await sender()];
    one.say('one');
    other.say('other');
    await becomes(() => [one.heard, other.heard], [['one'], ['other']]);
    expect(echo.heardFrom.size).toBe(2);
    one.close();
    other.close();
  });

  it('are lost while the line is cut, and no longer', async () => {
    const one = await sender();
    link.cut();
    one.say('lost');
    await settled();
    link.mend();
    one.say('heard');
    await becomes(() => one.heard, ['heard']);
    one.close();
  });

  it('can be lost on the way back alone', async () => {
    const one = await sender();
    link.cut(['down']);
    one.say('a');
    await becomes(() => echo.heardFrom.size, 1);
    await settled();
    link.mend();
    one.say('b');
    await becomes(() => one.heard, ['b']);
    one.close();
  });

  it('are blocked while connections are not', async () => {
    const [one, two] = [await sender(), await caller()];
    link.blockUdp(true);
    one.say('a');
    two.say('b');
    await becomes(() => two.state.text, 'b');
    expect(one.heard).toEqual([]);
    one.close();
    two.close();
  });

  it('come from elsewhere after a change of the address', async () => {
    const one = await sender();
    one.say('a');
    await becomes(() => one.heard, ['a']);
    link.changeAddress();
    one.say('b');
    await becomes(() => one.heard, ['a', 'b']);
    expect(echo.heardFrom.size).toBe(2);
    one.close();
  });

  it('are lost to the share that is told', async () => {
    link.impair({ lossShare: 0.5 }, ['up']);
    const one = await sender();
    for (let round = 0; round < 40; round += 1) {
      one.say(...Array.from({ length: 10 }, () => 'x'));
      await new Promise(setImmediate);
    }
    link.impair({ lossShare: 0 });
    one.say('last');
    await becomes(() => one.heard.at(-1), 'last');
    expect(one.heard.length).toBeGreaterThan(120);
    expect(one.heard.length).toBeLessThan(280);
    one.close();
  });
});

describe('connections', () => {
  it('carry everything in order also where pieces are late', async () => {
    link.impair({ delayMs: 2, jitterMs: 10 });
    const one = await caller();
    const text = Array.from({ length: 200 }, (_, number) => `${number},`).join('');
    for (const piece of text.match(/.{1,7}/g) ?? []) one.say(piece);
    await becomes(() => one.state.text, text);
    one.close();
  });

  it('hold what is said while the line is cut, and say it afterwards', async () => {
    const one = await caller();
    one.say('a');
    await becomes(() => one.state.text, 'a');
    link.cut();
    one.say('b');
    await new Promise(setImmediate);
    link.mend();
    await becomes(() => one.state.text, 'ab');
    one.close();
  });

  it('that were begun while the line was cut reach the server afterwards', async () => {
    link.cut();
    const one = await caller();
    one.say('a');
    await new Promise(setImmediate);
    expect(echo.accepted).toHaveLength(0);
    link.mend();
    await becomes(() => one.state.text, 'a');
    one.close();
  });

  it('are closed at both ends at once', async () => {
    const one = await caller();
    one.say('a');
    await becomes(() => one.state.text, 'a');
    link.closeConnections([port]);
    await becomes(() => [one.state.closed, echo.accepted[0]?.destroyed], [true, true]);
  });

  it('are gone when their server is', async () => {
    echo.tcp.close();
    const one = await caller();
    one.say('a');
    await becomes(() => one.state.closed, true);
  });
});
