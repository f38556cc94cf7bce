import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';

const root = fileURLToPath(new URL('harness', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Serves the page that is one end of a call, and opens it in browsers with fake cameras and microphones. */
export class HarnessPages {
  readonly origin: string;
  readonly #vite: ViteDevServer;
  readonly #browsers: Browser[] = [];

  private constructor(vite: ViteDevServer, origin: string) {
    this.#vite = vite;
    this.origin = origin;
  }

  static async start(): Promise<HarnessPages> {
    const vite = await createServer({
      root,
      configFile: false,
      logLevel: 'error',
      cacheDir: `${repository}/node_modules/.vite/sfu-harness`,
      server: { host: '127.0.0.1', port: 0, hmr: false, fs: { allow: [repository] } },
      optimizeDeps: { include: ['mediasoup-client', 'socket.io-client', 'zod'] },
    });
    await vite.listen();
    const address = vite.httpServer?.address();
    if (typeof address !== 'object' || !address) throw new Error('Vite does not listen');
    return new HarnessPages(vite, `http://127.0.0.1:${address.port}`);
  }

  /** Each end in a browser of its own, as at a kiosk and at a desk. */
  /** @param relayed goes by way of TURN servers only, as from a network that lets nothing else through */
  async open({ relayed = false } = {}): Promise<Page> {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // A fake camera gives twenty frames a second unless told.
        '--use-fake-device-for-media-stream=fps=30',
        '--use-fake-ui-for-media-stream',
        '--autoplay-policy=no-user-gesture-required',
        // A TURN server of the tests has a certificate of its own making.
        ...(relayed ? ['--ignore-certificate-errors'] : []),
      ],
    });
    this.#browsers.push(browser);
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error('page:', error));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') console.error('page:', message.text());
    });
    if (relayed) await page.addInitScript(relayOnly);
    await page.goto(this.origin);
    await page.waitForFunction(() => 'harness' in window);
    return page;
  }

  async closeBrowsers(): Promise<void> {
    await Promise.all(this.#browsers.splice(0).map((browser) => browser.close()));
  }

  async close(): Promise<void> {
    await this.closeBrowsers();
    await this.#vite.close();
  }
}

/** Runs in the page, before anything else. */
function relayOnly(): void {
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(configuration?: RTCConfiguration) {
      super({ ...configuration, iceTransportPolicy: 'relay' });
    }
  };
}
