import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { SessionTerms } from '../app/session.ts';
import { ago, anAccount, type Who } from './builders.ts';
import type { createFakePorts } from './fake-ports.ts';

export type Fakes = ReturnType<typeof createFakePorts>;

/** A screen in a certain state: where it is, what stands behind it, and what is done to come to it. */
export type Scene = {
  readonly path: string;
  readonly arrange: (fakes: Fakes) => void | Promise<void>;
  /** CSS selectors of what is pressed, one after another; with a text, of what it is typed into. */
  readonly steps?: readonly (string | readonly [selector: string, text: string])[];
};

export function signedIn(who: Who, { server }: Fakes, terms: Partial<SessionTerms> = {}) {
  // As long from now on as a working day, whenever the scene is looked at.
  const endsAt = ago(-36_000, Date.now());
  server.on(routes.currentSession, () => ({ account: anAccount(who), endsAt, idleMinutes: 30, ...terms }));
}
