import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { type BridgeReply, bridgeCalls, HEARTBEAT_CHANNEL } from '../../bridge/bridge.ts';
import type { StaffExit } from '../exit/staff-exit.ts';
import type { KioskIdentity } from '../identity/kiosk-identity.ts';
import type { Log } from '../log.ts';

/** What the bridge needs of Electron's `ipcMain`. */
interface IpcPart {
  handle(channel: string, listener: (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown): void;
  on(channel: string, listener: (event: IpcMainEvent) => void): unknown;
}

export interface BridgeParts {
  ipcMain: IpcPart;
  identity: KioskIdentity;
  staffExit: StaffExit;
  enrolmentCode: string | null;
  info: () => BridgeReply<'info'>;
  wipe: () => void;
  beat: () => void;
  /** Called after the page was told that the PIN is right. */
  leave: () => void;
  /** Whether this is the kiosk's page in the kiosk's window, and not whatever else managed to load. */
  isTrusted: (event: IpcMainEvent | IpcMainInvokeEvent) => boolean;
  log: Log;
}

interface CallContract<Request, Reply> {
  channel: string;
  request: z.ZodType<Request>;
  reply: z.ZodType<Reply>;
}

/** Answers the bridge. The preload script parses too, but only what is parsed here can be relied upon. */
export const serveBridge = (parts: BridgeParts): void => {
  const { ipcMain, identity, staffExit, isTrusted, log } = parts;

  const answer = <Request, Reply>(
    { channel, request, reply }: CallContract<Request, Reply>,
    respond: (request: Request) => Reply | Promise<Reply>,
  ) => {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isTrusted(event)) {
        log.error('a stranger used the bridge', { channel });
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
  answer(bridgeCalls.exit, async ({ pin }) => {
    const outcome = await staffExit.attempt(pin);
    if (outcome.ok) setImmediate(parts.leave);
    return outcome;
  });

  ipcMain.on(HEARTBEAT_CHANNEL, (event) => {
    if (isTrusted(event)) parts.beat();
  });
};
