import { Store } from '@remote-clerk/shared/call/store.ts';
import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { KioskServer } from './kiosk-server.ts';

export type ServicesState = { services: readonly OfferedService[] | null; failed: boolean };

const readAgainMs = 15_000;
const retryMs = 3_000;

/** The services with their present wait, read again and again while somebody looks at them. */
export class OfferedServices {
  readonly #server: Pick<KioskServer, 'listServices'>;
  readonly #store = new Store<ServicesState>({ services: null, failed: false });
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;

  constructor(server: Pick<KioskServer, 'listServices'>) {
    this.#server = server;
  }

  /** @returns what ends the reading */
  watch(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const read = async () => {
      try {
        this.#store.update({ services: await this.#server.listServices(), failed: false });
      } catch {
        this.#store.update({ failed: true });
      }
      if (!over) timer = setTimeout(() => void read(), this.getSnapshot().failed ? retryMs : readAgainMs);
    };
    void read();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }
}
