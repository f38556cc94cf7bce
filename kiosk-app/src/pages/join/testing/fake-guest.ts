import { type CallState, initialCallState } from '@remote-clerk/shared/call/call-state.ts';
import { DeviceFailure } from '@remote-clerk/shared/call/devices.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import type { CallSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import type { RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { Guest } from '../flow/guest.ts';
import type { EnterCall, GuestCall } from '../flow/guest-call.ts';
import type { GuestLiveHandlers } from '../flow/guest-live.ts';
import type { GuestServer } from '../flow/guest-server.ts';
import { type DevicePort, OwnMedia } from '../flow/own-media.ts';
import { aLine, aTicket, aView } from './builders.ts';

/** A session with no media node behind it: what happens in it is said by the test. */
export class FakeCall extends Store<CallState> implements GuestCall {
  readonly options: Parameters<EnterCall>[0];
  readonly shownAt: string[] = [];
  isLeft = false;

  constructor(options: Parameters<EnterCall>[0]) {
    super({ ...initialCallState, phase: 'ready' });
    this.options = options;
  }

  readonly #local = (change: Partial<CallState['local']>) =>
    this.update({ local: { ...this.getSnapshot().local, ...change } });
  setCamera = async () => {};
  setMicrophone = async () => {};
  setScreen = async (track: MediaStreamTrack | null) => this.#local({ screen: track !== null });
  muteCamera = async (cameraMuted: boolean) => this.#local({ cameraMuted });
  muteMicrophone = async (microphoneMuted: boolean) => this.#local({ microphoneMuted });
  showAt = (party: string, source: string) => void this.shownAt.push(`${party} ${source}`);
  leave = async () => {
    this.isLeft = true;
    this.update({ phase: 'closed', closedBecause: 'left' });
  };
}

const noDevices: DevicePort = {
  openCamera: () => Promise.reject(new DeviceFailure('camera', 'missing')),
  openMicrophone: () => Promise.reject(new DeviceFailure('microphone', 'missing')),
  listDevices: async () => ({ cameras: [], microphones: [], speakers: [] }),
  watchDevices: () => () => {},
  watchLevel: () => () => {},
  canShareScreen: true,
  openScreen: async () => null,
};

type Change = { readonly code?: string | null; readonly view?: GuestView; readonly devices?: Partial<DevicePort> };

/** A guest with everything outside of the page in memory; what the server answers can be put in its place. */
export function aGuest({ code = 'CODE', view = aView(), devices = {} }: Change = {}) {
  const calls: FakeCall[] = [];
  const sent: CallSignal[] = [];
  const waiting: (() => void)[] = [];
  const lines: ChatMessage[] = [];
  const live: { handlers: GuestLiveHandlers | null } = { handlers: null };
  const forgotten: string[] = [];
  const answers = {
    open: async (): Promise<GuestView> => view,
    callTicket: async (_unreachable?: RoomId): Promise<CallTicket> => aTicket(),
    left: 0,
  };
  const server: GuestServer = {
    open: () => answers.open(),
    token: () => 'token',
    leave: async () => {
      answers.left += 1;
    },
    callTicket: (_consultation, unreachable) => answers.callTicket(unreachable),
    readChat: async (_consultation, after) => lines.filter(({ sequence }) => sequence > after),
    writeChat: async (_consultation, text) => {
      const line = aLine(lines.length + 1, { from: view.invitation.role, name: view.invitation.name, text });
      lines.push(line);
      return line;
    },
  };
  const guest = new Guest({
    code,
    server,
    connect: (_token, handlers) => {
      live.handlers = handlers;
      return {
        send: async ({ signal }) => void sent.push(signal),
        close: () => {
          if (live.handlers === handlers) live.handlers = null;
        },
      };
    },
    enter: (options) => {
      const call = new FakeCall(options);
      calls.push(call);
      return call;
    },
    media: new OwnMedia({ ...noDevices, ...devices }),
    later: (run) => {
      waiting.push(run);
      return () => void waiting.splice(waiting.indexOf(run), waiting.includes(run) ? 1 : 0);
    },
    forgetCode: () => void forgotten.push('code'),
  });
  /** What waited for its time has its time now. */
  const passTime = () => {
    for (const run of waiting.splice(0)) run();
  };
  return { guest, calls, sent, lines, live, answers, forgotten, passTime };
}
