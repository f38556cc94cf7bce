import { EventEmitter } from 'node:events';
import type { ShellWindow } from '../window/kiosk-shell.ts';

/** A window that shows nothing and remembers what it was asked to show, but for a URL that it can't load. */
export class FakeWindow extends EventEmitter implements ShellWindow {
  readonly webContents = new EventEmitter();
  readonly shown: string[] = [];
  readonly #unloadable: string | undefined;
  #destroyed = false;

  constructor(unloadable?: string) {
    super();
    this.#unloadable = unloadable;
  }

  async loadURL(url: string): Promise<void> {
    if (url === this.#unloadable) throw new Error('net::ERR_FAILED');
    this.shown.push(url);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  focus(): void {}

  destroy(): void {
    this.#destroyed = true;
    this.emit('closed');
  }

  crash(): void {
    this.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  }
}
