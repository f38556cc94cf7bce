import { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import { KioskSession, type ProofPorts } from './kiosk-session.ts';

const kioskId = KioskId.parse('0190b5a0-0000-7000-8000-000000000001');
const minute = 60_000;

function machine(more: Partial<ProofPorts> = {}) {
  const state = { now: 0, proofs: 0, signed: [] as string[] };
  const session = new KioskSession({
    identity: async () => kioskId,
    challenge: async () => `challenge-${state.proofs}`,
    sign: async (challenge) => {
      state.signed.push(challenge);
      return `signed ${challenge}`;
    },
    startSession: async () => ({ token: `token-${++state.proofs}`, expiresAt: instantFrom(state.now + 10 * minute) }),
    now: () => state.now,
    ...more,
  });
  return { session, state };
}

describe('KioskSession', () => {
  it('signs the server’s challenge and keeps the token while it is good', async () => {
    const { session, state } = machine();
    expect(await session.token()).toBe('token-1');
    state.now = 9 * minute;
    expect(await session.token()).toBe('token-1');
    expect(state.signed).toEqual(['challenge-0']);
  });

  it('proves the identity anew before the token expires', async () => {
    const { session, state } = machine();
    await session.token();
    state.now = 9.6 * minute;
    expect(await session.token()).toBe('token-2');
  });

  it('proves once for everyone who asks at the same moment', async () => {
    const { session, state } = machine();
    await Promise.all([session.token(), session.token(), session.token()]);
    expect(state.proofs).toBe(1);
  });

  it('proves anew after the server refused the token, but not because of an older one', async () => {
    const { session } = machine();
    const first = await session.token();
    session.refuse(first);
    expect(await session.token()).toBe('token-2');
    session.refuse(first);
    expect(await session.token()).toBe('token-2');
  });

  it('forgives one refused proof, for a challenge may expire on its way', async () => {
    let refusals = 1;
    const { session } = machine({
      startSession: async () => {
        if (refusals-- > 0) throw new ProblemError('kiosk-not-proven');
        return { token: 'late', expiresAt: instantFrom(10 * minute) };
      },
    });
    expect(await session.token()).toBe('late');
  });

  it('says that the kiosk is not proven when the server refuses twice', async () => {
    const { session } = machine({ startSession: () => Promise.reject(new ProblemError('kiosk-not-proven')) });
    await expect(session.token()).rejects.toMatchObject({ type: 'kiosk-not-proven' });
  });

  it('tries again after the server was away', async () => {
    let away = true;
    const { session } = machine({
      challenge: async () => {
        if (away) throw new TypeError('Failed to fetch');
        return 'challenge';
      },
    });
    await expect(session.token()).rejects.toThrow('Failed to fetch');
    away = false;
    expect(await session.token()).toBe('token-1');
  });
});
