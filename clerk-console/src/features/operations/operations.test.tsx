import { operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { someOperations } from '../../testing/operations-scenes.ts';
import { showScene } from '../../testing/show-scene.tsx';

afterEach(cleanup);
const table = (name: string) => within(screen.getByRole('grid', { name }));
const rowOf = async (text: string | RegExp) =>
  within((await screen.findByRole('rowheader', { name: text })).closest('[role=row]') ?? document.body);

describe('the operators’ page', () => {
  it('says of each node how it is and how much it carries', async () => {
    await showScene('operations');
    const draining = await rowOf(/^media-2/);
    expect(draining.getByText('Beidz darbu')).toBeTruthy();
    expect(draining.getByRole('meter', { name: 'Noslogotākais kodols' }).getAttribute('aria-valuetext')).toBe('88 %');
    expect((await rowOf(/^media-3/)).getByText('pirms 41 s')).toBeTruthy();
  });

  it('says of each call how it is at both ends, and who is away', async () => {
    await showScene('operations');
    const poor = await rowOf('2026-001025');
    expect(poor.getByText('Savienojums ir vājš')).toBeTruthy();
    expect(poor.getByText('aprite 480 ms')).toBeTruthy();
    expect(poor.getByText('zudumi 6,4 %')).toBeTruthy();
    const lost = await rowOf('2026-001026');
    expect(lost.getByText('Mezgls nav dzirdams')).toBeTruthy();
    expect(lost.getAllByText('Nav mērīts')).toHaveLength(2);
  });

  it('says what is wrong with a kiosk, what does not work first', async () => {
    await showScene('operations');
    const kiosk = await rowOf('Kiosks 5');
    const words = kiosk.getAllByText(/Kamera nedarbojas|Tīkls vājš/).map(({ textContent }) => textContent);
    expect(words).toEqual(['Kamera nedarbojas', 'Tīkls vājš']);
    expect((await rowOf('Kiosks 2')).getByText('Vēl nav pārbaudījies')).toBeTruthy();
    expect(table('Kioski').getAllByRole('row')).toHaveLength(5);
  });

  it('is read again by itself, and keeps what it has while it cannot', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      const { server } = await showScene('operations');
      await rowOf('2026-001024');
      server.on(operationsRoutes.readOperations, () => someOperations({ calls: [] }));
      await act(() => vi.advanceTimersByTimeAsync(2_500));
      expect(await screen.findByText('Pašlaik nav nevienas sarunas')).toBeTruthy();
      server.isAway = true;
      await act(() => vi.advanceTimersByTimeAsync(2_500));
      expect(await screen.findByText('Jaunāki dati pašlaik nav pieejami')).toBeTruthy();
      expect(screen.getByRole('rowheader', { name: /^media-1/ })).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });
});
