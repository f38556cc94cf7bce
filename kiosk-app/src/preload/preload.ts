import { contextBridge, ipcRenderer } from 'electron';
import { z } from 'zod';
import { bridgeCalls, HEARTBEAT_CHANNEL, type KioskBridge } from '../bridge/bridge.ts';

// zod would probe for eval, which the page's content security policy reports as a violation.
z.config({ jitless: true });

/** Checks the request here, so that the page gets a readable error, and again in main, where it counts. */
const call =
  <Request>({ channel, request }: { channel: string; request: z.ZodType<Request> }) =>
  (argument: Request) =>
    ipcRenderer.invoke(channel, request.parse(argument));

const ask = ({ channel }: { channel: string }) => ipcRenderer.invoke(channel);

const bridge: KioskBridge = {
  info: () => ask(bridgeCalls.info),
  identity: () => ask(bridgeCalls.identity),
  enrolled: async (request) => call(bridgeCalls.enrolled)(request),
  sign: async (request) => call(bridgeCalls.sign)(request),
  forget: () => ask(bridgeCalls.forget),
  wipe: () => ask(bridgeCalls.wipe),
  signIn: async (request) => call(bridgeCalls.signIn)(request),
  endSignIn: async (request) => call(bridgeCalls.endSignIn)(request),
  heartbeat: () => ipcRenderer.send(HEARTBEAT_CHANNEL),
  exit: async (request) => call(bridgeCalls.exit)(request),
};

contextBridge.exposeInMainWorld('kioskBridge', bridge);
