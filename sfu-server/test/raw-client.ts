import { Acknowledgement } from '@remote-clerk/shared/contracts/messages.ts';
import { Problem, problemName } from '@remote-clerk/shared/contracts/problem.ts';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { until } from './fake-scheduler.ts';

/** A client that says whatever a test wants, and remembers what it was told. */
export class RawClient {
  readonly told: Array<{ name: string; payload: unknown }> = [];
  readonly socket: Socket;
  /** With which the signalling is taken up again; there once it has joined. */
  place: { peerId: string; key: string } | null = null;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.onAny((name: string, payload: unknown) => this.told.push({ name, payload }));
  }

  /** @returns the client, or the name of the problem it was refused with */
  static connect(url: string, auth: object, origin?: string): Promise<RawClient | string> {
    const socket = io(url, {
      auth,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(origin && { extraHeaders: { origin } }),
    });
    const client = new RawClient(socket);
    return new Promise((resolve) => {
      socket.once('connect', () => resolve(client));
      socket.once('connect_error', (error) => {
        socket.disconnect();
        const refusal = z.object({ data: Problem }).safeParse(error);
        resolve(refusal.success ? problemName(refusal.data.data) : 'closed');
      });
    });
  }

  /** @returns the data of the answer @throws Error named by the problem */
  async ask(name: string, payload: unknown): Promise<unknown> {
    const answer = Acknowledgement.parse(await this.socket.timeout(4_000).emitWithAck(name, payload));
    if (!answer.ok) throw new Error(problemName(answer.problem));
    return answer.data;
  }

  /** @returns `ok`, or the name of the problem */
  outcome(name: string, payload: unknown): Promise<string> {
    return this.ask(name, payload).then(
      () => 'ok',
      (error) => (error instanceof Error ? error.message : String(error)),
    );
  }

  /** The names of what it was told so far, but for what is about media alone. */
  get heard(): string[] {
    return this.told.map(({ name }) => name).filter((name) => !name.startsWith('consumer.'));
  }

  hears(name: string): Promise<void> {
    return until(() => this.told.some((one) => one.name === name), name);
  }

  /** Everything that the node said before the answer to this has been heard. */
  async settle(): Promise<void> {
    await this.outcome('room.capabilities', {});
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  close(): void {
    this.socket.disconnect();
  }
}
