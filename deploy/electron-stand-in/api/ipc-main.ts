import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { callApp } from './call-app.ts';
import type { StandInWebContents } from './web-contents.ts';

/** What an IPC listener is told about who speaks. */
export interface StandInIpcEvent {
  sender: StandInWebContents;
  /** A preload script runs in the main frame only, so there is no other frame to speak from. */
  senderFrame: { url: string; parent: null };
}

type Handler = Parameters<IpcMain['handle']>[1];

class StandInIpcMain extends EventEmitter implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Answers a page's `invoke`; rejects in Electron's words. */
  async answer(channel: string, event: StandInIpcEvent, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return await callApp(handler, event, ...args);
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${error}`);
    }
  }
}

export const ipcMain = new StandInIpcMain();
