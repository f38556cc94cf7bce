import { randomUUID } from 'node:crypto';
import { type BrowserWindow, session, type WebContents, WebContentsView } from 'electron';
import type { Log } from '../log.ts';
import type { Area, SignInView } from './sign-in.ts';

/** Above the page of `window`, on a partition of its own in memory that may nothing: no device, no download, no bridge. */
export const openSignInView = (window: BrowserWindow, area: Area, log: Log): SignInView<WebContents> => {
  const partition = session.fromPartition(`sign-in-${randomUUID()}`);
  partition.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('permission denied', { permission });
    answer(false);
  });
  partition.setPermissionCheckHandler(() => false);
  partition.setDevicePermissionHandler(() => false);
  partition.on('will-download', (event) => event.preventDefault());
  const view = new WebContentsView({
    webPreferences: {
      session: partition,
      devTools: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
    },
  });
  const zoom = window.webContents.getZoomFactor();
  view.setBounds({
    x: Math.round(area.x * zoom),
    y: Math.round(area.y * zoom),
    width: Math.round(area.width * zoom),
    height: Math.round(area.height * zoom),
  });
  window.contentView.addChildView(view);
  const { webContents } = view;
  webContents.setZoomFactor(zoom);
  return {
    contents: webContents,
    hide: () => view.setVisible(false),
    async discard() {
      // After a wipe the window is gone, and the view with it.
      if (!window.isDestroyed()) window.contentView.removeChildView(view);
      if (!webContents.isDestroyed()) webContents.close();
      await Promise.all([partition.clearStorageData(), partition.clearCache(), partition.clearAuthCache()]);
    },
  };
};
