import { type Conditions, Lane } from './lane.ts';
import { TcpRelay } from './tcp-relay.ts';
import { UdpRelay } from './udp-relay.ts';

export type Direction = 'up' | 'down';

type Options = {
  /** Where the end that is behind this link finds its servers: a loopback address of its own. */
  address: string;
  /** Where the servers listen, with the same ports. */
  target: string;
  tcp: readonly number[];
  udp: readonly number[];
  random?: () => number;
};

/** The line between one end and all of its servers: everything that the end sends and gets goes through it. */
export class Link {
  readonly address: string;
  readonly #up: Lane;
  readonly #down: Lane;
  readonly #tcp = new Map<number, TcpRelay>();
  readonly #udp = new Map<number, UdpRelay>();

  private constructor({ address, random }: Options) {
    this.address = address;
    this.#up = new Lane(random);
    this.#down = new Lane(random);
  }

  /** @throws where a port of that address is taken */
  static async open(options: Options): Promise<Link> {
    const link = new Link(options);
    const { address, target } = options;
    const lanes = { up: link.#up, down: link.#down };
    try {
      for (const port of options.tcp) link.#tcp.set(port, await TcpRelay.listen(lanes, { address, port, target }));
      for (const port of options.udp) link.#udp.set(port, await UdpRelay.listen(lanes, { address, port, target }));
      return link;
    } catch (error) {
      link.close();
      throw error;
    }
  }

  /** @param conditions what is not named stays as it is */
  impair(conditions: Partial<Conditions>, directions: readonly Direction[] = ['up', 'down']): void {
    for (const lane of this.#lanes(directions)) lane.conditions = { ...lane.conditions, ...conditions };
  }

  /** Nothing passes any more; nobody is told. */
  cut(directions: readonly Direction[] = ['up', 'down']): void {
    for (const lane of this.#lanes(directions)) lane.isCut = true;
  }

  mend(): void {
    for (const lane of this.#lanes(['up', 'down'])) lane.isCut = false;
    for (const relay of this.#tcp.values()) relay.resume();
  }

  /** As a firewall does that lets only TCP through. */
  blockUdp(isBlocked: boolean): void {
    for (const relay of this.#udp.values()) relay.isBlocked = isBlocked;
  }

  /** As when Wi-Fi becomes a mobile network: datagrams come from elsewhere, connections are gone. */
  changeAddress(): void {
    for (const relay of this.#udp.values()) relay.changeAddress();
    this.closeConnections();
  }

  /** @param ports those of all where none are named */
  closeConnections(ports: readonly number[] = [...this.#tcp.keys()]): void {
    for (const port of ports) this.#tcp.get(port)?.closeConnections();
  }

  /** @returns bytes that have come through to either side on these ports */
  carried(ports: readonly number[]): number {
    return ports.reduce(
      (sum, port) => sum + (this.#tcp.get(port)?.carried ?? 0) + (this.#udp.get(port)?.carried ?? 0),
      0,
    );
  }

  /** @returns as `carried`, of datagrams alone */
  carriedByUdp(ports: readonly number[]): number {
    return ports.reduce((sum, port) => sum + (this.#udp.get(port)?.carried ?? 0), 0);
  }

  close(): void {
    for (const relay of [...this.#tcp.values(), ...this.#udp.values()]) relay.close();
  }

  #lanes(directions: readonly Direction[]): Lane[] {
    return directions.map((direction) => (direction === 'up' ? this.#up : this.#down));
  }
}
