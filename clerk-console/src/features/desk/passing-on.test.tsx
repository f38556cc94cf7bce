import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCurrent, aDesk, services, uuid } from '../../testing/builders.ts';
import { arrangeTransfer } from '../../testing/scheduling-scenes.ts';
import { showScene } from '../../testing/show-scene.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** The desk in a call whose citizen can be passed on. */
async function inCall() {
  const shown = await showScene('desk-ready');
  arrangeTransfer(shown);
  await screen.findByText('Gaidām nākamo zvanu');
  act(() => shown.live().onDesk(aDesk({ revision: 2, current: aCurrent() })));
  await screen.findByRole('button', { name: 'Nodot tālāk' });
  return shown;
}

describe('a citizen who is to go on', () => {
  it('is passed on from the call by one key, with a note for a certain specialist', async () => {
    const { server, user } = await inCall();
    const sent: unknown[] = [];
    server.on(queueRoutes.transferConsultation, ({ body }) => {
      sent.push(body);
      return { ticketNumber: 'V015', view: aDesk({ revision: 3, current: aCurrent() }) };
    });
    await user.keyboard('p');
    const dialog = await screen.findByRole('dialog', { name: 'Nodot iedzīvotāju tālāk' });
    await user.click(await within(dialog).findByRole('radio', { name: /Vecuma pensijas/ }));
    await user.click(await within(dialog).findByRole('button', { name: /Jebkurš brīvais/ }));
    await user.click(await screen.findByRole('option', { name: /Kristīne/ }));
    await user.type(within(dialog).getByRole('textbox', { name: /Piezīme/ }), 'Stāžs pārbaudīts.');
    await user.click(within(dialog).getByRole('button', { name: 'Nodot' }));
    expect(await screen.findByText(/Nodots, talons V015/)).toBeTruthy();
    expect(sent).toEqual([{ serviceId: services.pension.id, specialistId: uuid(11), note: 'Stāžs pārbaudīts.' }]);
  });

  it('stays when that was refused, and what was written stays too', async () => {
    const { server, user } = await inCall();
    server.on(queueRoutes.transferConsultation, () => Promise.reject(new ProblemError('illegal-transition')));
    await user.click(await screen.findByRole('button', { name: 'Nodot tālāk' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(await within(dialog).findByRole('radio', { name: /Vecuma pensijas/ }));
    await user.type(within(dialog).getByRole('textbox', { name: /Piezīme/ }), 'Stāžs pārbaudīts.');
    await user.click(within(dialog).getByRole('button', { name: 'Nodot' }));
    expect(await within(dialog).findByText('Nodot neizdevās')).toBeTruthy();
    expect(within(dialog).getByDisplayValue('Stāžs pārbaudīts.')).toBeTruthy();
  });
});

describe('the desk', () => {
  it('says for whom a ring is, for when it was booked, and what was written', async () => {
    await showScene('desk-booked-ring');
    const ring = within(await screen.findByTestId('ring-card'));
    expect(ring.getByText('Pierakstīts plkst. 14.30')).toBeTruthy();
    expect(ring.getByText('Jums')).toBeTruthy();
    expect(ring.getByText(/jāpārbauda 1994. gads/)).toBeTruthy();
  });

  it('lists today’s appointments, and those to be called back until they were', async () => {
    const { server, user } = await showScene('desk-booked-ring');
    const called: string[] = [];
    server.on(queueRoutes.finishCallBack, ({ params }) => {
      called.push(params.ticketId);
      return aDesk({ revision: 2 });
    });
    const today = within(await screen.findByRole('region', { name: /Šodienas pieraksti/ }));
    expect(today.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '14.30Vecuma pensijas pieprasīšana · Kuldīgas KACIeradies',
      '15.30Vecuma pensijas pieprasīšana · pa tālruni',
    ]);
    expect(screen.getByRole('link', { name: '+371 20000000' }).getAttribute('href')).toBe('tel:+37120000000');
    await user.click(screen.getByRole('button', { name: /Atzvanīts/ }));
    await waitFor(() => expect(screen.queryByText('Jāatzvana')).toBeNull());
    expect(called).toEqual([uuid(1131)]);
  });
});
