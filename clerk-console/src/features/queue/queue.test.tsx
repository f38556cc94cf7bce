import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTicket } from '../../testing/booking-builders.ts';
import { uuid } from '../../testing/builders.ts';
import { showScene } from '../../testing/show-scene.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const row = (number: string) => screen.findByRole('row', { name: new RegExp(number) });

/** The words of all that can be done with a ticket. */
async function offered(user: Awaited<ReturnType<typeof showScene>>['user'], number: string): Promise<string[]> {
  const here = within(await row(number));
  const [first, more] = here.queryAllByRole('button');
  if (!more) return first ? [first.textContent ?? ''] : [];
  await user.click(more);
  const others = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent ?? '');
  await user.keyboard('{Escape}');
  return [first?.textContent ?? '', ...others];
}

describe('the line', () => {
  it('offers of each ticket only what its state takes', async () => {
    const { user } = await showScene('contact-point');
    expect(await offered(user, 'V009')).toEqual([]);
    expect(await offered(user, 'V010')).toEqual([
      'Izsaukt vēlreiz',
      'Atpakaļ rindā',
      'Neviens nenāca',
      'Aizturēt',
      'Nodot',
      'Atzvanīt',
      'Negaidīs',
    ]);
    expect(await offered(user, 'V008')).toEqual(['Turpināt', 'Nodot', 'Atzvanīt', 'Negaidīs']);
    expect(await offered(user, 'D001')).toEqual(['Negaidīs']);
  });

  it('calls to a kiosk that is free, and to none that has a number already', async () => {
    const { user } = await showScene('contact-point');
    expect(await offered(user, 'D003')).toEqual([
      'Izsaukt',
      'Izsaukt uz: Kiosks 3',
      'Aizturēt',
      'Nodot',
      'Atzvanīt',
      'Negaidīs',
    ]);
  });

  it('calls the next one with one key', async () => {
    const { server, user } = await showScene('contact-point');
    const called: object[] = [];
    server.on(queueRoutes.callTicket, ({ params, body }) => {
      called.push({ ...params, ...body });
      return aTicket({ state: 'called' });
    });
    await row('V014');
    await user.keyboard('c');
    await waitFor(() => expect(called).toEqual([{ ticketId: uuid(1113), kioskId: null }]));
  });

  it('does with the focused one what its key says', async () => {
    const { server, user } = await showScene('contact-point');
    server.on(queueRoutes.missTicket, () => aTicket({ state: 'noshow' }));
    (await row('V010')).focus();
    await user.keyboard('m');
    await waitFor(() => expect(server.requests).toContain(`post /api/v1/tickets/${uuid(1112)}/miss`));
  });

  it('says why it was not possible', async () => {
    const { user } = await showScene('queue-failed');
    await row('V014');
    await user.keyboard('c');
    expect(await screen.findByText('Ar talonu V014 neizdevās')).toBeTruthy();
    expect(screen.getByText(/Kiosks jau ir aizņemts/)).toBeTruthy();
  });

  it('asks once before it takes somebody out', async () => {
    const { server, user } = await showScene('contact-point');
    server.on(queueRoutes.cancelTicket, () => aTicket({ state: 'cancelled' }));
    await user.click(within(await row('D001')).getByRole('button'));
    expect(server.requests.some((request) => request.endsWith('/cancel'))).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Izņemt' }));
    await waitFor(() => expect(server.requests).toContain(`post /api/v1/tickets/${uuid(1117)}/cancel`));
  });
});

it('gives a ticket by the keyboard alone, and says its number', async () => {
  const { server, user } = await showScene('contact-point');
  const given: object[] = [];
  server.on(queueRoutes.issueTicket, ({ body }) => {
    given.push(body);
    return aTicket({ number: 'V015' });
  });
  await row('V014');
  await user.keyboard('g');
  await user.type(await screen.findByRole('searchbox', { name: 'Pakalpojums' }), 'gimenes{Enter}');
  await user.click(await screen.findByRole('switch', { name: /invaliditāti/ }));
  await user.keyboard('{Tab}{Enter}');
  expect(await screen.findByText('V015')).toBeTruthy();
  expect(given).toEqual([{ serviceId: uuid(102), language: 'lv', priority: 'priority' }]);
});

it('passes a ticket on with what is known already', async () => {
  const { server, user } = await showScene('queue-transfer');
  const passedOn: object[] = [];
  server.on(queueRoutes.transferTicket, ({ params, body }) => {
    passedOn.push({ ...params, ...body });
    return aTicket({});
  });
  (await row('D003')).focus();
  await user.keyboard('t');
  await user.type(await screen.findByLabelText(/Piezīme nākamajam/), 'Trūkst apliecības');
  await user.click(screen.getByRole('button', { name: 'Nodot' }));
  await waitFor(() =>
    expect(passedOn).toEqual([
      { ticketId: uuid(1114), serviceId: uuid(101), specialistId: null, note: 'Trūkst apliecības' },
    ]),
  );
  await waitFor(() => expect(screen.queryByLabelText(/Piezīme nākamajam/)).toBeNull());
});

it('wants a telephone number to call back', async () => {
  const { server, user } = await showScene('contact-point');
  server.on(queueRoutes.callBackTicket, () => aTicket({ state: 'callback' }));
  await user.click(within(await row('D003')).getByRole('button', { name: /Vēl darbības/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Atzvanīt' }));
  await user.type(await screen.findByLabelText('Tālrunis'), '12{Enter}');
  expect(await screen.findByText(/Pārbaudiet numuru/)).toBeTruthy();
  await user.type(screen.getByLabelText('Tālrunis'), '345678{Enter}');
  await waitFor(() => expect(server.requests).toContain(`post /api/v1/tickets/${uuid(1114)}/call-back`));
});

it('makes an address for the waiting room’s screen', async () => {
  const { user } = await showScene('contact-point');
  await user.click(await screen.findByRole('button', { name: 'Gaidītavas ekrāns' }));
  await user.click(await screen.findByRole('button', { name: 'Izveidot adresi' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Adrese')).value).toMatch(/^https:/);
});
