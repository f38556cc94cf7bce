import { z } from 'zod';
import { staffPin } from './exit/exit-pin.ts';
import { serverUrl } from './server-url.ts';

const environment = z.object({
  /** The scheduler-api's origin; wins over the settings file. */
  KIOSK_SERVER_URL: serverUrl.optional(),
  /** Where settings and logs live instead of Electron's userData folder. */
  KIOSK_DATA_DIR: z.string().min(1).optional(),
  /** The staff PIN for a kiosk that has none yet. */
  KIOSK_EXIT_PIN: staffPin.optional(),
  /** A code to enrol with, for a kiosk that is set up without a person typing it. */
  KIOSK_ENROLMENT_CODE: z.string().min(1).optional(),
  /** An ordinary window instead of the whole screen: for development. */
  KIOSK_WINDOWED: z.stringbool().default(false),
});

export interface KioskConfig {
  serverUrl: URL | undefined;
  dataDir: string | undefined;
  initialExitPin: string | undefined;
  enrolmentCode: string | undefined;
  windowed: boolean;
  /** The PIN is to be read from standard input and set, and nothing else is to happen. */
  setExitPin: boolean;
}

/** Throws with every wrong variable named. An empty variable counts as absent. */
export const readConfig = (env: NodeJS.ProcessEnv, args: readonly string[]): KioskConfig => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new Error(`The kiosk's configuration is wrong.\n${z.prettifyError(parsed.error)}`);
  return {
    serverUrl: parsed.data.KIOSK_SERVER_URL,
    dataDir: parsed.data.KIOSK_DATA_DIR,
    initialExitPin: parsed.data.KIOSK_EXIT_PIN,
    enrolmentCode: parsed.data.KIOSK_ENROLMENT_CODE,
    windowed: parsed.data.KIOSK_WINDOWED || args.includes('--windowed'),
    setExitPin: args.includes('--set-exit-pin'),
  };
};
