import type { CallSessionOptions } from '@remote-clerk/shared/call/call-session.ts';
import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { initialCallState } from '@remote-clerk/shared/call/call-state.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import type { CallSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { Ports } from '../app/context.ts';
import type { LiveHandlers } from '../app/live/live-connection.ts';
import type { Call, CallPort } from '../features/call/call-port.ts';
import type { Passkeys } from '../features/sign-in/passkeys.ts';
import { FakeServer } from './fake-server.ts';

/** A session with no media node behind it: what happens in it is said by the test. */
export class FakeCall implements Call {
  readonly #store = new Store<CallState>({ ...initialCallState, phase: 'ready' });
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  readonly tickets: CallTicket[];
  readonly options: CallSessionOptions;
  /** How large each picture is on the screen, by party and source. */
  readonly shownAt = new Map<string, readonly [width: number, height: number]>();

  constructor(options: CallSessionOptions) {
    const { ticket } = options;
    this.options = options;
    this.tickets = [ticket];
    if (ticket.standing === 'participant') this.update({ phase: 'in-call' });
  }

  update(change: Partial<CallState>): void {
    this.#store.update(change);
  }

  async admit(ticket: CallTicket): Promise<void> {
    this.tickets.push(ticket);
    this.update({ phase: 'in-call' });
  }

  async setMicrophone(): Promise<void> {}
  async setCamera(): Promise<void> {}

  async setScreen(track: MediaStreamTrack | null): Promise<void> {
    this.update({ local: { ...this.getSnapshot().local, screen: track !== null } });
  }

  setHeld(): void {}

  showAt(partyId: string, source: string, { width, height }: { width: number; height: number }): void {
    this.shownAt.set(`${partyId} ${source}`, [width, height]);
  }

  async muteMicrophone(microphoneMuted: boolean): Promise<void> {
    this.update({ local: { ...this.getSnapshot().local, microphoneMuted } });
  }

  async muteCamera(cameraMuted: boolean): Promise<void> {
    this.update({ local: { ...this.getSnapshot().local, cameraMuted } });
  }

  async leave(): Promise<void> {
    this.update({ phase: 'closed', closedBecause: 'left' });
  }
}

/** Everything outside of the console, in memory. */
export function createFakePorts(devices: Partial<CallPort> = {}) {
  const server = new FakeServer();
  const entered: FakeCall[] = [];
  const live: { handlers: LiveHandlers | null } = { handlers: null };
  const rings: string[] = [];
  const sent: CallSignal[] = [];
  const opened: string[] = [];
  const gone: string[] = [];
  const passkeys: { -readonly [Each in keyof Passkeys]: Passkeys[Each] } = {
    isSupported: () => true,
    offersInFields: async () => false,
    ask: async () => ({ id: 'a passkey’s answer' }),
    make: async () => ({ id: 'a new passkey' }),
    stop: () => {},
  };
  const ports: Ports = {
    api: createApiClient({ baseUrl: '', fetch: server.fetch }),
    connectLive: (handlers) => {
      live.handlers = handlers;
      queueMicrotask(() => handlers.onStatus('connected'));
      return {
        sendSignal: async ({ signal }) => void sent.push(signal),
        close: () => {
          live.handlers = null;
        },
      };
    },
    calls: {
      enter: (options) => {
        const call = new FakeCall(options);
        entered.push(call);
        return call;
      },
      openCamera: () => Promise.reject(new Error('There is no camera here')),
      openMicrophone: () => Promise.reject(new Error('There is no microphone here')),
      openScreen: async () => null,
      listDevices: async () => ({ cameras: [], microphones: [], speakers: [] }),
      watchDevices: () => () => {},
      watchLevel: () => () => {},
      ...devices,
    },
    signals: {
      ring: ({ title }) => {
        rings.push(title);
        return () => void rings.pop();
      },
      alarm: ({ title }) => {
        rings.push(title);
        return () => void rings.pop();
      },
      chime: () => {},
      setPageTitle: (title) => {
        document.title = title;
      },
    },
    openPage: (address) => void opened.push(address),
    goTo: (address) => void gone.push(address),
    passkeys,
  };
  return { ports, server, entered, live, rings, sent, opened, gone, passkeys };
}
