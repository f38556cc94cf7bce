import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aDesk, ago, anAccount } from '../../testing/builders.ts';
import { signedIn } from '../../testing/scene.ts';
import { showScene } from '../../testing/show-scene.tsx';

const minute = 60_000;
const asked = (requests: readonly string[], request: RegExp) => requests.filter((each) => request.test(each)).length;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const question = () => screen.queryByRole('alertdialog', { name: 'Vai Jūs vēl esat šeit?' });

// The clock goes on by itself too, so that what the console waits for comes.
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function atWork() {
  const shown = await showScene('welcome', (fakes) => signedIn('newcomer', fakes));
  shown.server.on(routes.signOut, () => ({ providerUrl: null }));
  await screen.findByText(/Jums vēl nav tiesību/, { selector: 'p' });
  return shown;
}

describe('a console that is left', () => {
  it('asks before the session ends, and goes on when somebody is there', async () => {
    const { server } = await atWork();
    await pass(27 * minute);
    expect(question()).toBeNull();
    await pass(1.1 * minute);
    const before = asked(server.requests, /^get .*sessions\/current$/);
    act(() => screen.getByRole('button', { name: 'Palikt sistēmā' }).click());
    await waitFor(() => expect(question()).toBeNull());
    await waitFor(() => expect(asked(server.requests, /^get .*sessions\/current$/)).toBeGreaterThan(before));
    await pass(20 * minute);
    expect(screen.getByText(/Jums vēl nav tiesību/, { selector: 'p' })).toBeTruthy();
  });

  it('signs out when nobody answers, and says why', async () => {
    const { server } = await atWork();
    await pass(30.1 * minute);
    expect(await screen.findByText('Sesija beidzās, jo kādu laiku nekas netika darīts')).toBeTruthy();
    expect(asked(server.requests, /^delete .*sessions\/current$/)).toBe(1);
  });

  it('does not take a hand that passes by for an answer', async () => {
    await atWork();
    await pass(28.1 * minute);
    expect(question()).toBeTruthy();
    act(() => void window.dispatchEvent(new Event('pointermove')));
    await pass(2 * minute);
    expect(await screen.findByText('Sesija beidzās, jo kādu laiku nekas netika darīts')).toBeTruthy();
  });

  it('goes on while somebody works, and lets the server know', async () => {
    const { server } = await atWork();
    const before = asked(server.requests, /^get .*sessions\/current$/);
    for (let worked = 0; worked < 40; worked += 4) {
      act(() => void window.dispatchEvent(new Event('pointerdown')));
      await pass(4 * minute);
    }
    expect(question()).toBeNull();
    expect(asked(server.requests, /^get .*sessions\/current$/)).toBeGreaterThan(before + 3);
  });
});

it('keeps the session in a call, where nobody touches anything', async () => {
  const { server } = await showScene('desk-call');
  await screen.findByRole('toolbar', { name: 'Zvana vadība' });
  const before = asked(server.requests, /^get .*sessions\/current$/);
  await pass(40 * minute);
  expect(question()).toBeNull();
  expect(asked(server.requests, /^get .*sessions\/current$/)).toBeGreaterThan(before + 3);
});

it('tells of the latest end of a session, and lets finish what is begun', async () => {
  await showScene('session-ends');
  const ending = await screen.findByRole('alertdialog', { name: 'Jūsu sesija drīz beigsies' });
  expect(ending.textContent).toMatch(/Atlikušais laiks: 1:\d\d/);
  act(() => screen.getByRole('button', { name: 'Turpināt darbu' }).click());
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  await pass(91_000);
  expect(await screen.findByText(/pagāja tās ilgākais laiks/)).toBeTruthy();
});

it('leads on as soon as one’s rights change', async () => {
  const { server, live, router } = await showScene('welcome');
  await screen.findByText(/Jums vēl nav tiesību/, { selector: 'p' });
  server.on(routes.currentSession, () => ({
    account: anAccount('administrator'),
    endsAt: ago(-36_000, Date.now()),
    idleMinutes: 30,
  }));
  act(() => live().onSessionChanged());
  expect(await screen.findByRole('link', { name: 'Pārvaldība' })).toBeTruthy();
  expect(router().state.location.pathname).toBe('/schedules');
});

it('goes on to sign out of the provider too', async () => {
  const { server, gone, user } = await showScene('desk-ready');
  server.on(routes.readDesk, () => aDesk());
  server.on(routes.signOut, () => ({ providerUrl: 'https://idp.example.lv/end-session' }));
  vi.useRealTimers();
  await user.click(await screen.findByRole('button', { name: 'Konts' }));
  await user.click(await screen.findByRole('button', { name: 'Iziet' }));
  await waitFor(() => expect(gone).toEqual(['https://idp.example.lv/end-session']));
});
