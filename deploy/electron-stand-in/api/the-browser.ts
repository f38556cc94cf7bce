import type { DevToolsConnection } from '../devtools/connection.ts';

let connection: DevToolsConnection | null = null;

/** Electron's modules are global, so what is behind them is too. */
export const connectTheBrowser = (to: DevToolsConnection): void => {
  connection = to;
};

export const theBrowser = (): DevToolsConnection => {
  if (!connection) throw new Error('Chromium is not started before app is ready');
  return connection;
};
