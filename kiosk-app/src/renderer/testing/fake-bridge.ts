import type { KioskBridge } from '../../bridge/bridge.ts';
import { idOf } from './sample-ids.ts';

const publicKey = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } as const;

export interface FakeBridge extends KioskBridge {
  /** What the page asked of the machine, in order. */
  readonly done: string[];
  /** What the provider's pages end with; null when they are closed. */
  answer: string | null;
}

/** A machine in memory. @param kioskId null for one that is not enrolled */
export function createFakeBridge(kioskId: string | null = idOf(31)): FakeBridge {
  const done: string[] = [];
  const bridge: FakeBridge = {
    done,
    answer: '?code=1&state=1',
    info: async () => ({ runtime: 'electron', appVersion: '0', electronVersion: '0' }),
    identity: async () => ({ kioskId, publicKey, enrolmentCode: null }),
    enrolled: async (request) => void done.push(`enrolled ${request.kioskId}`),
    sign: async () => ({ signature: 'A'.repeat(86) }),
    forget: async () => void done.push('forget'),
    wipe: async () => void done.push('wipe'),
    signIn: async ({ url }) => {
      done.push(`sign in at ${url}`);
      return { query: bridge.answer };
    },
    endSignIn: async ({ url }) => void done.push(`end at ${url}`),
    heartbeat: () => undefined,
    exit: async () => ({ ok: false, attemptsLeft: 2, lockedForSeconds: 0 }),
  };
  return bridge;
}
