import { toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { viewOf } from '../testing/samples.ts';
import { createHttpServer } from './http-server.ts';

const farAway = instantFrom(Date.UTC(2100, 0, 1));
const json = (status: number, content: object) => new Response(JSON.stringify(content), { status });
const refused = (type: ProblemType, status: number) => json(status, toProblem(new ProblemError(type)));

/** @param refusals how many tokens, or else proofs, are refused before one is good */
function served({ tokens = 0, proofs = 0 }: { tokens?: number; proofs?: number }) {
  const state = { proofs: 0, revoked: 0, authorizations: [] as (string | null)[] };
  const fetch = async (address: string | URL | Request, init?: RequestInit) => {
    const path = String(address);
    if (path.endsWith('/kiosk-challenges')) return json(201, { challenge: 'a-challenge-of-the-server' });
    if (path.endsWith('/kiosk-sessions')) {
      state.proofs += 1;
      if (state.proofs <= proofs) return refused('kiosk-not-proven', 401);
      return json(201, { token: `token-${state.proofs}`, expiresAt: farAway });
    }
    state.authorizations.push(new Headers(init?.headers).get('authorization'));
    return state.authorizations.length <= tokens ? refused('not-signed-in', 401) : json(200, viewOf());
  };
  const onRevoked = () => {
    state.revoked += 1;
  };
  return { state, ...createHttpServer({ bridge: createFakeBridge(), onRevoked, fetch }) };
}

describe('the kiosk’s requests', () => {
  it('carry the proven token', async () => {
    const { server, state } = served({});
    await server.readView();
    await server.readView();
    expect(state.authorizations).toEqual(['Bearer token-1', 'Bearer token-1']);
  });

  it('prove the kiosk anew, once, when its token is refused', async () => {
    const { server, state } = served({ tokens: 1 });
    await server.readView();
    expect(state.authorizations).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(state.revoked).toBe(0);
  });

  it('say that the kiosk is revoked when it can’t be proven any more', async () => {
    const { server, state } = served({ proofs: 9 });
    await expect(server.readView()).rejects.toMatchObject({ type: 'kiosk-not-proven' });
    expect(state.revoked).toBe(1);
  });
});
