import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { type BridgeReply, type BridgeRequest, bridgeCalls, HEARTBEAT_CHANNEL } from '../../bridge/bridge.ts';
import type { StaffExit } from '../exit/staff-exit.ts';
import type { KioskIdentity } from '../identity/kiosk-identity.ts';
import type { Log } from '../log.ts';

/** What the bridge needs of Electron's `ipcMain`. */
interface IpcPart {
  handle(channel: string, listener: (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown): void;
  on(channel: string, listener: (event: IpcMainEvent) => void): unknown;
}

/** The kiosk's page or the offline page, in the main frame of the kiosk's window; or whatever else managed to load. */
export type Caller = 'kiosk page' | 'offline page' | 'stranger';

export interface BridgeParts {
  ipcMain: IpcPart;
  identity: KioskIdentity;
  staffExit: StaffExit;
  enrolmentCode: string | null;
  info: () => BridgeReply<'info'>;
  wipe: () => void;
  signIn: { open(request: BridgeRequest<'signIn'>): Promise<string | null>; end(url: string | null): Promise<void> };
  beat: () => void;
  /** Called after the page was told that the PIN is right. */
  leave: () => void;
  callerOf: (event: IpcMainEvent | IpcMainInvokeEvent) => Caller;
  log: Log;
}

interface CallContract<Request, Reply> {
  channel: string;
  request: z.ZodType<Request>;
  reply: z.ZodType<Reply>;
}

/** Answers the bridge. The preload script parses too, but only what is parsed here can be relied upon. */
export const serveBridge = (parts: BridgeParts): void => {
  const { ipcMain, identity, staffExit, callerOf, log } = parts;

  const answer = <Request, Reply>(
    { channel, request, reply }: CallContract<Request, Reply>,
    respond: (request: Request) => Reply | Promise<Reply>,
    callers: readonly Caller[] = ['kiosk page'],
  ) => {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      const caller = callerOf(event);
      if (!callers.includes(caller)) {
        log.error('the bridge refused a page', { channel, caller });
        throw new Error('This page may not speak to the kiosk.');
      }
      const parsed = request.safeParse(args[0]);
      if (args.length > 1 || !parsed.success) {
        log.warn('malformed bridge call', { channel });
        throw new TypeError('This is not what the kiosk expects.');
      }
      return reply.parse(await respond(parsed.data));
    });
  };

  answer(bridgeCalls.info, parts.info);
  answer(bridgeCalls.identity, () => ({ ...identity.describe(), enrolmentCode: parts.enrolmentCode }));
  answer(bridgeCalls.sign, ({ challenge }) => ({ signature: identity.sign(challenge) }));
  answer(bridgeCalls.enrolled, async ({ kioskId, exitPin }) => {
    identity.rememberKioskId(kioskId);
    if (exitPin) await staffExit.setFirstPin(exitPin);
    return undefined;
  });
  answer(bridgeCalls.forget, () => {
    identity.forget();
    return undefined;
  });
  answer(bridgeCalls.wipe, () => {
    parts.wipe();
    return undefined;
  });
  answer(bridgeCalls.signIn, async (request) => ({ query: await parts.signIn.open(request) }));
  answer(bridgeCalls.endSignIn, async ({ url }) => {
    await parts.signIn.end(url);
    return undefined;
  });
  // Also without the server: whoever comes to mend the connection must get to the machine.
  const leave = async ({ pin }: BridgeRequest<'exit'>) => {
    const outcome = await staffExit.attempt(pin);
    if (outcome.ok) setImmediate(parts.leave);
    return outcome;
  };
  answer(bridgeCalls.exit, leave, ['kiosk page', 'offline page']);

  ipcMain.on(HEARTBEAT_CHANNEL, (event) => {
    if (callerOf(event) === 'kiosk page') parts.beat();
  });
};
