import type { BridgeReply } from '../bridge/bridge.ts';

/** The stand-in for development names itself in the version, so that nothing that ran on it is taken for Electron. */
const isStandIn = (electronVersion: string): boolean => electronVersion.endsWith('-stand-in');

export const describeRuntime = (
  versions: Pick<NodeJS.ProcessVersions, 'electron' | 'chrome'>,
  appVersion: string,
): BridgeReply<'info'> & { line: string } => {
  const electron = versions.electron ?? 'unknown';
  return isStandIn(electron)
    ? {
        runtime: 'stand-in',
        appVersion,
        electronVersion: electron,
        line: `runtime: stand-in (Chromium ${versions.chrome})`,
      }
    : { runtime: 'electron', appVersion, electronVersion: electron, line: `runtime: electron ${electron}` };
};
