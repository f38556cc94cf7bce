import type { Session } from 'electron';
import type { Log } from '../log.ts';
import { mayAsk, mayCheck } from './permission-policy.ts';

/** Every partition is born with Electron's defaults, which allow nearly everything: this takes it back. */
export const hardenSession = (session: Session, server: URL, log: Log): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const granted = details.isMainFrame && mayAsk(permission, details.requestingUrl, server);
    if (!granted) log.warn('permission denied', { permission });
    answer(granted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayCheck(permission, origin, server));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
    log.warn('download denied');
  });
};
