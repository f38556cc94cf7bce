import type { ApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { AccountId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { CaseDraft } from './case-draft.ts';

/**
 * Every case that is being written, in memory only: drafts outlive screens, lost connections and a session that ended,
 * and are gone when somebody else signs in.
 */
export class Drafts {
  readonly #api: ApiClient;
  readonly #onServed: (served: ServiceCase) => void;
  readonly #drafts = new Map<ServiceCaseId, CaseDraft>();
  #owner: AccountId | null = null;

  constructor(api: ApiClient, onServed: (served: ServiceCase) => void) {
    this.#api = api;
    this.#onServed = onServed;
  }

  ownedBy(owner: AccountId): void {
    if (this.#owner !== owner) this.#drafts.clear();
    this.#owner = owner;
  }

  /** The draft of a case as it was just read: the one being written, or a new one. */
  of(served: ServiceCase): CaseDraft {
    const known = this.#drafts.get(served.id);
    if (known) return known;
    const params = { caseId: served.id };
    const draft = new CaseDraft(served, {
      save: (body) => this.#api.call(routes.updateServiceCase, { params, body }),
      close: (body) => this.#api.call(routes.closeServiceCase, { params, body }),
      read: () => this.#api.call(routes.readServiceCase, { params }),
      onServed: this.#onServed,
    });
    this.#drafts.set(served.id, draft);
    return draft;
  }

  get hasUnsaved(): boolean {
    return [...this.#drafts.values()].some((draft) => draft.isUnsaved);
  }

  /** Tries at once to save all that is not saved yet, as when the server is back or before leaving. */
  async saveAll(): Promise<void> {
    await Promise.all([...this.#drafts.values()].map((draft) => draft.flush()));
  }
}
