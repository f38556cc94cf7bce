import { operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aContactPoint, aKiosk, uuid } from '../../testing/builders.ts';
import { showScene } from '../../testing/show-scene.tsx';

afterEach(cleanup);

describe('an emergency at a kiosk', () => {
  it('is loud until somebody says that they are there', async () => {
    const { rings, server, user, live } = await showScene('contact-point-emergency');
    const answered: string[] = [];
    server.on(operationsRoutes.answerEmergency, ({ params }) => {
      answered.push(params.kioskId);
      return {};
    });
    const emergency = within(await screen.findByTestId('emergency'));
    expect(emergency.getByText(/Steidzami vajadzīga palīdzība: Kiosks 1/)).toBeTruthy();
    expect(rings).toEqual(['STEIDZAMI: Kiosks 1']);
    await user.keyboard('e');
    await waitFor(() => expect(answered).toEqual([uuid(801)]));
    act(() => live().onContactPoint(aContactPoint([aKiosk({ id: uuid(801) })], { revision: 2 })));
    await waitFor(() => expect(rings).toEqual([]));
    expect(screen.queryByTestId('emergency')).toBeNull();
  });

  it('is not there without one, and a kiosk that is well says nothing of itself', async () => {
    const { rings } = await showScene('contact-point');
    await screen.findByText('Kuldīgas KAC');
    expect(rings).toEqual([]);
    expect(screen.queryByText(/Kiosks pats atrada/)).toBeNull();
  });

  it('says beside it what a kiosk found to be wrong with itself', async () => {
    await showScene('contact-point-emergency');
    expect(
      await screen.findByText('Kiosks pats atrada, kas nav kārtībā: kamera, dokumentu kamera un tīkls'),
    ).toBeTruthy();
  });
});
