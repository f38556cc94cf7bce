import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Lanes, Relayed } from './lane.ts';
import { TcpPipe } from './tcp-pipe.ts';

type Connection = { pump: () => void; reset: () => void };

/** Hands TCP connections on, and can break them. */
export class TcpRelay {
  /** Bytes that arrived, in both directions. */
  carried = 0;
  readonly #server: Server;
  readonly #lanes: Lanes;
  readonly #relayed: Relayed;
  readonly #connections = new Set<Connection>();

  private constructor(lanes: Lanes, relayed: Relayed) {
    this.#lanes = lanes;
    this.#relayed = relayed;
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#accept(client));
  }

  static async listen(lanes: Lanes, relayed: Relayed): Promise<TcpRelay> {
    const relay = new TcpRelay(lanes, relayed);
    relay.#server.listen(relayed.port, relayed.address);
    await once(relay.#server, 'listening');
    return relay;
  }

  /** What was held while the line was cut goes on. */
  resume(): void {
    for (const { pump } of this.#connections) pump();
  }

  /** Both ends read that the connection is gone. */
  closeConnections(): void {
    for (const { reset } of [...this.#connections]) reset();
  }

  close(): void {
    this.#server.close();
    this.closeConnections();
  }

  #accept(client: Socket): void {
    const { up, down } = this.#lanes;
    const count = (bytes: number) => {
      this.carried += bytes;
    };
    let server: Socket | undefined;
    // The server hears of it when the first word comes through: whoever connects here speaks first.
    const dial = () => {
      if (server) return server;
      server = connect({ host: this.#relayed.target, port: this.#relayed.port, noDelay: true, allowHalfOpen: true });
      back = new TcpPipe(down, server, () => client, 0, count);
      server.once('close', forgetWhenBothAreGone);
      return server;
    };
    const openAt = performance.now() + up.conditions.delayMs + down.conditions.delayMs;
    const there = new TcpPipe(up, client, dial, openAt, count);
    let back: TcpPipe | undefined;
    const connection: Connection = {
      pump: () => {
        there.pump();
        back?.pump();
      },
      reset: () => {
        there.stop();
        back?.stop();
        client.resetAndDestroy();
        server?.resetAndDestroy();
        this.#connections.delete(connection);
      },
    };
    const forgetWhenBothAreGone = () => {
      if (client.destroyed && (server?.destroyed ?? true)) this.#connections.delete(connection);
    };
    client.once('close', forgetWhenBothAreGone);
    this.#connections.add(connection);
  }
}
