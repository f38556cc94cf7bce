import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slotTaken } from '../../testing/booking-arrangements.ts';
import { anAppointment } from '../../testing/booking-builders.ts';
import { ago, uuid } from '../../testing/builders.ts';
import { showScene } from '../../testing/show-scene.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const panel = () => within(screen.getByRole('complementary', { name: 'Jauns pieraksts' }));
type Shown = Awaited<ReturnType<typeof showScene>>;

/** Everything by the keyboard, up to the time that is kept. */
async function hold({ user }: Shown) {
  await screen.findByText('Kuldīgas KAC');
  await user.keyboard('b');
  await user.type(await screen.findByRole('searchbox', { name: 'Pakalpojums' }), 'vecuma{Enter}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('09.00'));
  await user.keyboard('{ArrowRight}{Enter}');
}

/** What was asked of the server by one command. */
function asked(shown: Shown) {
  const bodies: object[] = [];
  shown.server.on(appointmentRoutes.holdAppointment, ({ body }) => {
    bodies.push(body);
    return anAppointment({ state: 'pending', startsAt: body.startsAt, citizen: null, heldUntil: ago(-272) });
  });
  return bodies;
}

describe('booking by the keyboard alone', () => {
  it('goes from the service to the code', async () => {
    const shown = await showScene('booking-service');
    const held = asked(shown);
    await hold(shown);
    await waitFor(() => expect(document.activeElement).toBe(panel().getByLabelText('Vārds un uzvārds')));
    expect(held).toEqual([
      {
        serviceId: uuid(101),
        startsAt: '2026-11-23T07:20:00.000Z',
        channel: 'kiosk',
        contactPointId: uuid(301),
        language: 'lv',
        specialistId: null,
      },
    ]);
    await shown.user.keyboard('Jānis Liepa{Tab}janis.liepa@example.lv{Enter}');
    expect((await screen.findByTestId('booking-code')).textContent).toBe('K7M-2QX-9DA');
  });

  it('says what is wrong and asks the server nothing', async () => {
    const shown = await showScene('booking-service');
    await hold(shown);
    await shown.user.type(await panel().findByLabelText('E-pasts'), 'janis@{Enter}');
    expect(await panel().findByText('Ievadiet vārdu')).toBeTruthy();
    expect(panel().getByText('Pārbaudiet e-pasta adresi')).toBeTruthy();
    expect(shown.server.requests.some((request) => request.endsWith('/confirm'))).toBe(false);
  });
});

describe('the time that is kept', () => {
  it('says for how long, by the server’s clock', async () => {
    const shown = await showScene('booking-service');
    await hold(shown);
    expect((await panel().findByRole('timer')).textContent).toMatch(/^Laiks Jums paturēts vēl [34]:\d\d$/);
  });

  it('can be kept once more when it is over, and nothing that was typed is lost', async () => {
    const shown = await showScene('booking-hold-expired');
    await hold(shown);
    const held = asked(shown);
    await shown.user.type(await panel().findByLabelText('Vārds un uzvārds'), 'Jānis Liepa');
    await shown.user.type(panel().getByLabelText(/Piezīme/), 'Runāt lēnām{Enter}');
    await panel().findByText('Laiks vairs nav paturēts');
    await shown.user.keyboard('{Enter}');
    await waitFor(() => expect(held).toHaveLength(1));
    await panel().findByText(/paturēts vēl/);
    expect(panel().getByLabelText<HTMLInputElement>('Vārds un uzvārds').value).toBe('Jānis Liepa');
    expect(panel().getByLabelText<HTMLInputElement>(/Piezīme/).value).toBe('Runāt lēnām');
  });

  it('says by itself when it is over', async () => {
    const shown = await showScene('booking-service');
    shown.server.on(appointmentRoutes.holdAppointment, () =>
      anAppointment({ state: 'pending', citizen: null, heldUntil: ago(1) }),
    );
    await hold(shown);
    expect(await panel().findByRole('button', { name: /Paturēt vēlreiz plkst/ })).toBeTruthy();
  });

  it('is given up when another is chosen', async () => {
    const shown = await showScene('booking-service');
    await hold(shown);
    await shown.user.click(await panel().findByRole('button', { name: 'Cits laiks' }));
    await waitFor(() => expect(shown.server.requests).toContain(`post /api/v1/appointments/${uuid(1001)}/cancel`));
  });
});

describe('a time that somebody else was quicker to take', () => {
  it('leads to those that are free instead, with all that was typed', async () => {
    const shown = await showScene('booking-service');
    await hold(shown);
    await shown.user.type(await panel().findByLabelText('Vārds un uzvārds'), 'Jānis Liepa');
    await shown.user.click(panel().getByRole('button', { name: 'Cits laiks' }));
    shown.server.on(appointmentRoutes.holdAppointment, slotTaken);
    await shown.user.click(await panel().findByRole('button', { name: '10.20' }));
    await panel().findByText('Šo laiku tikko aizņēma kāds cits');
    const held = asked(shown);
    await shown.user.click(panel().getByRole('button', { name: 'pirmdien, 23. novembrī plkst. 11.00' }));
    await waitFor(() => expect(held).toMatchObject([{ startsAt: '2026-11-23T09:00:00.000Z' }]));
    await panel().findByText(/paturēts vēl/);
    expect(panel().getByLabelText<HTMLInputElement>('Vārds un uzvārds').value).toBe('Jānis Liepa');
  });
});

describe('a series', () => {
  it('names each week that is not free, and keeps the first time for another try', async () => {
    const shown = await showScene('booking-service');
    await hold(shown);
    await shown.user.type(await panel().findByLabelText('Vārds un uzvārds'), 'Jānis Liepa');
    await shown.user.click(panel().getByRole('button', { name: /Katru nedēļu/ }));
    await shown.user.click(await screen.findByRole('option', { name: '4 reizes' }));
    const weeks: number[] = [];
    shown.server.on(appointmentRoutes.bookSeries, ({ body }) => {
      weeks.push(body.weeks);
      const fields = [{ pointer: '/body/weeks/2', detail: `2026-12-07T07:20:00.000Z is not free` }];
      throw new ProblemError('series-conflict', undefined, { fields });
    });
    const held = asked(shown);
    await shown.user.click(panel().getByRole('button', { name: /^Pierakstīt/ }));
    expect(await panel().findByText('pirmdien, 7. decembrī plkst. 09.20')).toBeTruthy();
    expect(weeks).toEqual([4]);
    await waitFor(() => expect(held).toHaveLength(1));
  });
});

it('waits with all that was chosen while the clerk looks elsewhere', async () => {
  const shown = await showScene('booking-service');
  await hold(shown);
  await shown.user.type(await panel().findByLabelText('Vārds un uzvārds'), 'Jānis Liepa');
  await shown.user.click(panel().getByRole('button', { name: 'Paslēpt' }));
  await shown.user.click(await screen.findByRole('button', { name: /Turpināt pierakstu/ }));
  expect((await panel().findByLabelText<HTMLInputElement>('Vārds un uzvārds')).value).toBe('Jānis Liepa');
  expect(panel().getByText(/paturēts vēl/)).toBeTruthy();
});

describe('the day’s appointments', () => {
  const list = () => within(screen.getByRole('grid', { name: 'Pieraksti' }));
  const row = (name: RegExp) => list().getByRole('row', { name });

  it('checks in the one that has the focus with one key', async () => {
    const { server, user } = await showScene('contact-point');
    await screen.findByRole('grid', { name: 'Pieraksti' });
    row(/Jānis Liepa/).focus();
    await user.keyboard('i');
    await waitFor(() => expect(server.requests).toContain(`post /api/v1/appointments/${uuid(1014)}/check-in`));
  });

  it('has no check-in for one who is served, nor a key for it', async () => {
    const { server, user } = await showScene('contact-point');
    await screen.findByRole('grid', { name: 'Pieraksti' });
    expect(within(row(/Anna Ozola/)).queryByRole('button')).toBeNull();
    row(/Anna Ozola/).focus();
    await user.keyboard('i');
    expect(server.requests.some((request) => request.endsWith('check-in'))).toBe(false);
  });

  it('checks nobody in on another day', async () => {
    const { user } = await showScene('contact-point');
    await user.click(await screen.findByRole('button', { name: /^Šodien/ }));
    await user.click(await screen.findByRole('button', { name: /23\. novembris/ }));
    await waitFor(() => expect(list().getAllByRole('row')).toHaveLength(1));
    expect(within(row(/Jānis Liepa/)).queryByRole('button')).toBeNull();
  });

  it('says in words how each of them stands', async () => {
    await showScene('contact-point');
    await screen.findByRole('grid', { name: 'Pieraksti' });
    const states = list()
      .getAllByRole('row')
      .map((each) => each.textContent?.match(/Apkalpots|Neieradās|Atcelts|Kavējas|Ieradās|Pieteikts/)?.[0]);
    expect(states).toEqual(['Apkalpots', 'Neieradās', 'Atcelts', 'Kavējas', 'Ieradās', 'Pieteikts', 'Pieteikts']);
  });

  it('asks once before it cancels', async () => {
    const { server, user } = await showScene('contact-point');
    await screen.findByRole('grid', { name: 'Pieraksti' });
    await user.click(row(/Māris Siliņš/));
    const details = within(await screen.findByRole('complementary', { name: 'Māris Siliņš' }));
    expect(await details.findByText('Neizdevās nosūtīt')).toBeTruthy();
    await user.click(details.getByRole('button', { name: 'Atcelt' }));
    expect(server.requests.some((request) => request.endsWith('/cancel'))).toBe(false);
    await user.click(details.getByRole('button', { name: 'Atcelt pierakstu' }));
    await waitFor(() => expect(server.requests).toContain(`post /api/v1/appointments/${uuid(1016)}/cancel`));
  });

  it('moves to another time only what was chosen', async () => {
    const { server, user } = await showScene('contact-point');
    const moves: object[] = [];
    server.on(appointmentRoutes.moveAppointment, ({ params, body }) => {
      moves.push({ ...params, ...body });
      return anAppointment({ version: 2, startsAt: instantFrom(Date.parse(body.startsAt)) });
    });
    await screen.findByRole('grid', { name: 'Pieraksti' });
    await user.click(row(/Māris Siliņš/));
    await user.click(await screen.findByRole('button', { name: 'Pārcelt' }));
    await user.click(await screen.findByRole('button', { name: '13.00' }));
    await user.click(await screen.findByRole('button', { name: 'Pārcelt uz šo laiku' }));
    expect(await screen.findByText('Pārcelts: pirmdien, 23. novembrī plkst. 13.00')).toBeTruthy();
    expect(moves).toEqual([
      {
        appointmentId: uuid(1016),
        version: 1,
        startsAt: '2026-11-23T11:00:00.000Z',
        specialistId: uuid(1),
        contactPointId: uuid(301),
      },
    ]);
  });
});
