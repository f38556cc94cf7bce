import type { BridgeRequest, KioskBridge } from '../../bridge/bridge.ts';
import type { Flow } from '../flow/flow.ts';
import type { KioskCore } from './kiosk-core.ts';
import { problemOf } from './wish-key.ts';

type Area = BridgeRequest<'signIn'>['area'];

/** The citizen signs in on a provider's pages, which the machine shows apart from everything else. */
export class KioskIdentity {
  readonly #core: KioskCore;
  readonly #bridge: Pick<KioskBridge, 'signIn' | 'endSignIn'>;
  /** The sign-in under way; another one is another object, so that a late answer finds that it is not wanted any more. */
  #open: object | null = null;

  constructor(core: KioskCore, bridge: Pick<KioskBridge, 'signIn' | 'endSignIn'>) {
    this.#core = core;
    this.#bridge = bridge;
  }

  /** @param area where the provider's pages are shown */
  async signIn(area: Area): Promise<void> {
    const { server, dispatch, getSnapshot } = this.#core;
    const { serviceId } = getSnapshot();
    if (this.#open || !serviceId) return;
    const own = {};
    this.#open = own;
    try {
      const { id, ...provider } = await server.beginSignIn(serviceId);
      if (this.#open !== own) return;
      const { query } = await this.#bridge.signIn({ ...provider, area });
      if (this.#open !== own || query === null) return this.close();
      const { name, endSessionUrl } = await server.completeSignIn(id, query);
      // Whoever went away meanwhile has not signed in for the next one.
      if (this.#open !== own) return;
      this.#end(endSessionUrl);
      dispatch({ kind: 'sign-in.succeeded', id, name });
    } catch (error) {
      if (this.#open !== own) return;
      this.#end(null);
      dispatch({ kind: 'sign-in.failed', problem: problemOf(error) });
    }
  }

  /** The citizen goes back from the provider's pages. */
  close(): void {
    this.#end(null);
    this.#core.dispatch({ kind: 'sign-in.ended' });
  }

  /** Wherever else the flow went, the provider's pages are not shown there. */
  follow(flow: Flow): void {
    if (this.#open && flow.signIn.state !== 'asking') this.#end(null);
  }

  #end(url: string | null): void {
    this.#open = null;
    this.#bridge.endSignIn({ url }).catch((error: unknown) => console.warn('Signing in could not be ended', error));
  }
}
