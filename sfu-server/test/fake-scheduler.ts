import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, createAnswerer } from '@remote-clerk/shared/contracts/answer.ts';
import type { CallTicket, CallTicketClaims, GuestRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import {
  type CloseOrder,
  nodeNamespace,
  nodeRequests,
  type RoomReport,
} from '@remote-clerk/shared/contracts/node/messages.ts';
import type { PayloadOf } from '@remote-clerk/shared/contracts/request.ts';
import {
  AccountId,
  ConsultationId,
  InvitationId,
  KioskId,
  type NodeBootId,
  NodeId,
  RoomId,
} from '@remote-clerk/shared/domain/ids.ts';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Namespace, Server } from 'socket.io';
import type { SfuConfig } from '../src/config/config.ts';

const nodeSecret = 'a secret of the tests, as long as real ones';

type Claims = Omit<CallTicketClaims, 'iss' | 'aud' | 'boot' | 'jti' | 'iat' | 'exp'>;

/** The scheduler-api's end of the node wire, with a ticket key of its own. */
export class FakeScheduler {
  readonly reports: RoomReport[] = [];
  /** Node and boot that registered last. */
  node: { nodeId: NodeId; bootId: NodeBootId; url: string } | null = null;
  /** What the node said of itself, when it registered and ever since. */
  readonly heartbeats: Array<PayloadOf<typeof nodeRequests, 'node.heartbeat'>> = [];
  /** Given in the answer to the next heartbeat. */
  roomsToClose: CloseOrder[] = [];
  /** While false, reports are refused as if the database were away. */
  takesReports = true;
  url = '';
  /** Milliseconds; tickets are issued by this clock. */
  now: () => number = Date.now;
  readonly #keys = generateKeyPair('EdDSA', { extractable: true });
  #io: Server | null = null;
  #port = 0;

  static async start(): Promise<FakeScheduler> {
    const scheduler = new FakeScheduler();
    await scheduler.listen();
    return scheduler;
  }

  /** Comes back on the same port after `away()`. */
  async listen(): Promise<void> {
    const http = createServer();
    this.#io = new Server(http, { transports: ['websocket'] });
    this.#serve(this.#io.of(nodeNamespace));
    await new Promise<void>((resolve) => http.listen(this.#port, '127.0.0.1', resolve));
    const address = http.address();
    if (typeof address !== 'object' || address === null) throw new Error('It does not listen');
    this.#port = portOf(address);
    this.url = `http://127.0.0.1:${this.#port}`;
  }

  async away(): Promise<void> {
    await this.#io?.close();
    this.#io = null;
    this.node = null;
  }

  endRoom(roomId: RoomId, reason: CloseOrder['reason'] = 'ended'): void {
    this.#io?.of(nodeNamespace).emit('room.close', { roomId, reason });
  }

  hold(roomId: RoomId, held: boolean): void {
    this.#io?.of(nodeNamespace).emit('room.hold', { roomId, held });
  }

  removeGuest(roomId: RoomId, subject: Claims['sub']): void {
    this.#io?.of(nodeNamespace).emit('peer.remove', { roomId, subject });
  }

  config(more: Partial<SfuConfig> = {}): SfuConfig {
    return {
      nodeId: NodeId.parse('sfu-test'),
      host: '127.0.0.1',
      port: 0,
      publicUrl: undefined,
      announcedAddress: '127.0.0.1',
      listenAddress: '127.0.0.1',
      mediaPort: 0,
      workers: 1,
      drainSeconds: 0,
      apiUrl: this.url,
      nodeSecret,
      allowedOrigins: new Set(['http://127.0.0.1:4000']),
      logLevel: 'silent',
      ...more,
    };
  }

  async sign(claims: Claims, more: Record<string, unknown> = {}): Promise<string> {
    const { privateKey } = await this.#keys;
    const now = Math.floor(this.now() / 1_000);
    return new SignJWT({
      iss: 'scheduler-api',
      aud: this.node?.nodeId,
      boot: this.node?.bootId,
      jti: randomUUID(),
      iat: now,
      exp: now + 60,
      ...claims,
      ...more,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
      .sign(privateKey);
  }

  async ticket(claims: Claims, more: Record<string, unknown> = {}): Promise<CallTicket> {
    return {
      ticket: await this.sign(claims, more),
      nodeUrl: this.node?.url ?? '',
      roomId: claims.room,
      standing: claims.standing,
      iceServers: [],
    };
  }

  #serve(nodes: Namespace): void {
    nodes.use((socket, next) => next(socket.handshake.auth.secret === nodeSecret ? undefined : new Error('refused')));
    const take = createAnswerer<typeof nodeRequests, null>(
      {
        'node.register': answer(nodeRequests['node.register'], async ({ nodeId, bootId, url, load, rooms }) => {
          this.heartbeats.push({ load, rooms });
          const { x = '' } = await exportJWK((await this.#keys).publicKey);
          this.node = { nodeId, bootId, url };
          return { ticketKey: { kty: 'OKP' as const, crv: 'Ed25519' as const, x, kid: 'test' } };
        }),
        'node.heartbeat': answer(nodeRequests['node.heartbeat'], (heartbeat) => {
          this.heartbeats.push(heartbeat);
          return { close: this.roomsToClose.splice(0) };
        }),
        'node.report': answer(nodeRequests['node.report'], ({ reports }) => {
          if (!this.takesReports) throw new Error('The database is away');
          const known = new Set(this.reports.map(({ id }) => id));
          this.reports.push(...reports.filter(({ id }) => !known.has(id)));
          return {};
        }),
      },
      { permit: () => undefined, onFailure: () => undefined },
    );
    nodes.on('connection', (socket) => socket.onAny((name: string, ...args: unknown[]) => take(name, args, null)));
  }
}

const portOf = ({ port }: AddressInfo) => port;

/** A consultation with its kiosk, specialists and guests, as claims of tickets. */
export function aConsultation() {
  const room = RoomId.parse(randomUUID());
  const consultation = ConsultationId.parse(randomUUID());
  const kiosk = KioskId.parse(randomUUID());
  const of = { room, consultation, held: false };
  const aSpecialist = (sub = AccountId.parse(randomUUID())) => ({
    standby: { ...of, sub, role: 'specialist', standing: 'standby', name: 'Anna Ozola' } satisfies Claims,
    participant: { ...of, sub, role: 'specialist', standing: 'participant', name: 'Anna Ozola' } satisfies Claims,
  });
  return {
    room,
    citizen: { ...of, sub: kiosk, role: 'citizen', standing: 'participant', name: 'Kuldīga' } satisfies Claims,
    specialist: aSpecialist(),
    anotherSpecialist: aSpecialist(),
    guest: (role: GuestRole) =>
      ({
        ...of,
        sub: InvitationId.parse(randomUUID()),
        role,
        standing: 'participant',
        name: 'Ilze Kalna',
      }) satisfies Claims,
  };
}

/** A kiosk that tests itself, alone in a room. */
export const aSelfTest = (): Claims => ({ ...aConsultation().citizen, consultation: null });

/** Far more than anything takes, so that a busy machine fails none. */
const patienceMs = 25_000;

/** Waits until `condition` holds, looking often. @throws Error when it never does */
export async function until(condition: () => boolean, what = 'it'): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
