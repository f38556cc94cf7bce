import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Lane, Lanes, Relayed } from './lane.ts';

/** A sender on this side, and the socket that the server takes for it. */
type Flow = { upstream: Socket; port: number; address: string };

/** Hands datagrams on in both directions: each sender is known to the server by a port of its own. */
export class UdpRelay {
  isBlocked = false;
  /** Bytes that arrived, in both directions. */
  carried = 0;
  readonly #socket: Socket;
  readonly #lanes: Lanes;
  readonly #flows = new Map<string, Flow>();

  private constructor(socket: Socket, lanes: Lanes, relayed: Relayed) {
    this.#socket = socket;
    this.#lanes = lanes;
    socket.on('message', (message, { address, port }) => {
      const flow = this.#flows.get(`${address}:${port}`) ?? this.#open(address, port);
      this.#carry(this.#lanes.up, message, () => send(flow.upstream, message, relayed.port, relayed.target));
    });
    // Somebody who has gone: nothing that a line would tell.
    socket.on('error', () => undefined);
  }

  static async listen(lanes: Lanes, relayed: Relayed): Promise<UdpRelay> {
    const socket = createSocket('udp4');
    socket.bind(relayed.port, relayed.address);
    await once(socket, 'listening');
    return new UdpRelay(socket, lanes, relayed);
  }

  /** From now on the server gets everything from addresses that it does not know. */
  changeAddress(): void {
    for (const flow of this.#flows.values()) {
      flow.upstream.close();
      flow.upstream = this.#upstream(flow);
    }
  }

  close(): void {
    for (const { upstream } of this.#flows.values()) upstream.close();
    this.#flows.clear();
    this.#socket.close();
  }

  #open(address: string, port: number): Flow {
    const sender = { address, port };
    const flow: Flow = { ...sender, upstream: this.#upstream(sender) };
    this.#flows.set(`${address}:${port}`, flow);
    return flow;
  }

  #upstream({ address, port }: Pick<Flow, 'address' | 'port'>): Socket {
    const socket = createSocket('udp4');
    socket.on('message', (message) =>
      this.#carry(this.#lanes.down, message, () => send(this.#socket, message, port, address)),
    );
    // A server that is not there.
    socket.on('error', () => undefined);
    return socket;
  }

  #carry(lane: Lane, message: Buffer, deliver: () => void): void {
    if (this.isBlocked) return;
    const now = performance.now();
    const due = lane.datagramDue(message.length, now);
    if (due === null) return;
    const arrive = () => {
      this.carried += message.length;
      deliver();
    };
    if (due <= now) arrive();
    else setTimeout(arrive, due - now);
  }
}

function send(socket: Socket, message: Buffer, port: number, address: string): void {
  try {
    socket.send(message, port, address, () => undefined);
  } catch {
    // Closed while it was on its way.
  }
}
