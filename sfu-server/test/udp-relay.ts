import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** Stands before a node's media port at another address, as a relay or an address translation does, and can be cut. */
export class UdpRelay {
  /** While true, nothing gets through. */
  cut = false;
  readonly address: string;
  readonly #front: Socket;
  readonly #target: string;
  /** One socket towards the node for each client, by its port. */
  readonly #backs = new Map<number, Socket>();

  private constructor(address: string, target: string, front: Socket) {
    this.address = address;
    this.#target = target;
    this.#front = front;
    front.on('message', (message, { port, address: client }) => {
      const back = this.#backs.get(port) ?? this.#open(port, client);
      if (!this.cut) back.send(message, this.port, this.#target);
    });
  }

  /** On any free port, which has to be the node's too. */
  static async start(address: string, target: string): Promise<UdpRelay> {
    const front = createSocket('udp4');
    front.bind(0, address);
    await once(front, 'listening');
    return new UdpRelay(address, target, front);
  }

  get port(): number {
    return this.#front.address().port;
  }

  close(): void {
    this.#front.close();
    for (const back of this.#backs.values()) back.close();
  }

  #open(port: number, client: string): Socket {
    const back = createSocket('udp4');
    back.on('message', (message) => {
      if (!this.cut) this.#front.send(message, port, client);
    });
    this.#backs.set(port, back);
    return back;
  }
}
