import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import type { Log } from '../log.ts';
import { hardenSession } from '../security/harden-session.ts';

const PAPER = '#FAF9F6';
const SCREEN = { width: 1080, height: 1920 };
/** In development the whole portrait screen is seen at once, smaller. */
const WINDOWED_ZOOM = 0.5;

export interface KioskWindowOptions {
  server: URL;
  /** Path of the bundled preload script. */
  preload: string;
  windowed: boolean;
  devTools: boolean;
  log: Log;
}

/** A window on a partition of its own that lives in memory: a name without `persist:` never touches the disk. */
export const openKioskWindow = ({ server, preload, windowed, devTools, log }: KioskWindowOptions): BrowserWindow => {
  const partition = `citizen-${randomUUID()}`;
  hardenSession(session.fromPartition(partition), server, log);
  return new BrowserWindow({
    kiosk: !windowed,
    ...(windowed && {
      width: SCREEN.width * WINDOWED_ZOOM,
      height: SCREEN.height * WINDOWED_ZOOM,
      useContentSize: true,
    }),
    title: 'Remote clerk',
    backgroundColor: PAPER,
    webPreferences: {
      preload,
      partition,
      devTools,
      zoomFactor: windowed ? WINDOWED_ZOOM : 1,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // alert() would stop the page, and with it the call and the heartbeat.
      disableDialogs: true,
      // Dictionaries come from Google, and what a citizen types is nobody's.
      spellcheck: false,
      // The specialist's voice and the ring must be heard before anyone has touched the screen.
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false,
    },
  });
};

/** Takes the window away at once, then what its partition held. */
export const discardKioskWindow = async (window: BrowserWindow): Promise<void> => {
  const { session: partition } = window.webContents;
  window.destroy();
  await Promise.all([partition.clearStorageData(), partition.clearCache(), partition.clearAuthCache()]);
};
