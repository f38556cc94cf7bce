import {
  type CloseOrder,
  heartbeatMs,
  type NodeLoad,
  nodeNamespace,
  nodeNotifications,
  nodeRequests,
  type RoomFigures,
  type RoomReport,
} from '@remote-clerk/shared/contracts/node/messages.ts';
import { notificationHandler, type PayloadOf, type ReplyOf, request } from '@remote-clerk/shared/contracts/request.ts';
import type { InvitationId, NodeBootId, NodeId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { io, type Socket } from 'socket.io-client';
import type { Logger } from '../telemetry/logger.ts';
import { ReportQueue } from './report-queue.ts';

const replyTimeoutMs = 5_000;
const retryMs = 1_000;

type NodeRequests = typeof nodeRequests;

type Options = {
  apiUrl: string;
  secret: string;
  nodeId: NodeId;
  bootId: NodeBootId;
  /** Where browsers reach this node's signalling. */
  publicUrl: string;
  logger: Logger;
  load: () => Promise<NodeLoad>;
  rooms: () => RoomFigures[];
  onTicketKey: (key: ReplyOf<NodeRequests, 'node.register'>['ticketKey']) => Promise<void>;
  /** Rooms that nobody should be in any more. */
  onClose: (orders: CloseOrder[]) => void;
  /** The citizen of a room is put on hold, or taken off it. */
  onHold: (roomId: RoomId, held: boolean) => void;
  /** A guest has no part in a room any more. */
  onRemove: (roomId: RoomId, subject: InvitationId) => void;
};

/** This node's wire to the scheduler-api: registration, heartbeat, and what happens in the rooms. It reconnects for ever. */
export class NodeLink {
  readonly #options: Options;
  readonly #socket: Socket;
  readonly #reports: ReportQueue;
  readonly #heartbeat: NodeJS.Timeout;
  #retry: NodeJS.Timeout | undefined;
  #registered = false;
  #closed = false;

  constructor(options: Options) {
    const { apiUrl, secret, logger } = options;
    this.#options = options;
    this.#reports = new ReportQueue(logger);
    this.#socket = io(new URL(nodeNamespace, apiUrl).href, {
      auth: { secret },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 1_000,
    });
    this.#socket.on('connect', () => void this.#register());
    this.#socket.on('disconnect', (reason) => {
      this.#registered = false;
      if (this.#closed) return;
      logger.warn({ reason }, 'The connection to the scheduler-api went');
      this.#connectAgain();
    });
    this.#socket.on('connect_error', (error) => {
      logger.warn({ reason: error.message }, 'The scheduler-api cannot be reached');
      this.#connectAgain();
    });
    const handlers = {
      'room.close': notificationHandler({ payload: nodeNotifications['room.close'] }, (order) =>
        options.onClose([order]),
      ),
      'room.hold': notificationHandler({ payload: nodeNotifications['room.hold'] }, ({ roomId, held }) =>
        options.onHold(roomId, held),
      ),
      'peer.remove': notificationHandler({ payload: nodeNotifications['peer.remove'] }, ({ roomId, subject }) =>
        options.onRemove(roomId, subject),
      ),
    };
    for (const [name, handle] of Object.entries(handlers)) {
      this.#socket.on(name, (raw: unknown) => {
        if (!handle(raw)) logger.error(`A "${name}" does not parse`);
      });
    }
    this.#heartbeat = setInterval(() => void this.beat(), heartbeatMs);
  }

  get isRegistered(): boolean {
    return this.#registered;
  }

  get reportsWaiting(): number {
    return this.#reports.length;
  }

  report(report: RoomReport): void {
    this.#reports.add(report);
    void this.#sendReports();
  }

  /** Says how this node is: every two seconds by itself, and at once when that has changed. */
  async beat(): Promise<void> {
    if (!this.#registered) return;
    const { load, rooms, logger, onClose } = this.#options;
    try {
      const { close } = await this.#ask('node.heartbeat', { load: await load(), rooms: rooms() });
      if (close.length > 0) onClose(close);
      await this.#sendReports();
    } catch (error) {
      logger.warn({ err: error }, 'A heartbeat was not answered');
    }
  }

  /** Waits at most `milliseconds` for the last reports to be acknowledged, then hangs up. */
  async close(milliseconds: number): Promise<void> {
    clearInterval(this.#heartbeat);
    const deadline = AbortSignal.timeout(milliseconds);
    while (this.#registered && this.#reports.length > 0 && !deadline.aborted) {
      await this.#sendReports();
      if (this.#reports.length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#socket.disconnect();
  }

  #ask<Name extends keyof NodeRequests>(name: Name, payload: PayloadOf<NodeRequests, Name>) {
    const ask = (event: string, content: unknown) => this.#socket.timeout(replyTimeoutMs).emitWithAck(event, content);
    return request(ask, name, nodeRequests[name], payload);
  }

  async #register(): Promise<void> {
    const { nodeId, bootId, publicUrl, logger, load, rooms, onTicketKey } = this.#options;
    try {
      const { ticketKey } = await this.#ask('node.register', {
        nodeId,
        bootId,
        url: publicUrl,
        load: await load(),
        rooms: rooms(),
      });
      await onTicketKey(ticketKey);
      this.#registered = this.#socket.connected;
      logger.info({ bootId }, 'Registered with the scheduler-api');
      await this.#sendReports();
    } catch (error) {
      logger.error({ err: error }, 'The scheduler-api did not register this node');
      this.#later(() => this.#socket.connected && void this.#register());
    }
  }

  async #sendReports(): Promise<void> {
    if (!this.#registered) return;
    try {
      await this.#reports.drain((reports) => this.#ask('node.report', { reports }));
    } catch (error) {
      this.#options.logger.warn({ err: error, waiting: this.#reports.length }, 'Reports wait for the scheduler-api');
    }
  }

  /** socket.io tries again by itself when the network failed, but not when it was refused or sent away. */
  #connectAgain(): void {
    if (!this.#socket.active) this.#later(() => this.#socket.connect());
  }

  #later(then: () => void): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      if (!this.#closed) then();
    }, retryMs);
  }
}
