import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aContactPoint, aCurrent, aDesk, aKiosk, aRing, aWaitingEntry, uuid } from '../testing/builders.ts';
import { showScene } from '../testing/show-scene.tsx';

const asked = (requests: readonly string[], request: RegExp) => requests.filter((each) => request.test(each)).length;

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('the desk', () => {
  it('answers a ring with one key', async () => {
    const { server, entered, user } = await showScene('desk-ring');
    server.on(routes.acceptConsultation, () =>
      routes.acceptConsultation.reply.parse({
        caseId: uuid(700),
        view: aDesk({ revision: 2, current: aCurrent() }),
        call: {
          ticket: 'fake',
          nodeUrl: 'http://node.test',
          roomId: uuid(900),
          standing: 'participant',
          iceServers: [],
        },
      }),
    );
    await screen.findByTestId('ring-card');
    await waitFor(() => expect(entered).toHaveLength(1));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.querySelector('[data-state=in-call]')).toBeTruthy());
    expect(screen.queryByTestId('ring-card')).toBeNull();
    expect(entered[0]?.tickets.map(({ standing }) => standing)).toEqual(['standby', 'participant']);
  });

  it('passes a ring on with another', async () => {
    const { server, user } = await showScene('desk-ring');
    server.on(routes.declineConsultation, () => aDesk({ revision: 2 }));
    await screen.findByTestId('ring-card');
    await user.keyboard('d');
    await waitFor(() => expect(screen.queryByTestId('ring-card')).toBeNull());
  });

  it('shows a ring as soon as it is pushed, and takes it away likewise', async () => {
    const { live, rings } = await showScene('desk-ready');
    await screen.findByText('Gaidām nākamo zvanu');
    act(() => live().onDesk(aDesk({ revision: 5, ring: aRing() })));
    expect(await screen.findByTestId('ring-card')).toBeTruthy();
    expect(rings).toEqual(['Zvana: Vecuma pensijas pieprasīšana']);
    act(() => live().onDesk(aDesk({ revision: 6 })));
    await waitFor(() => expect(screen.queryByTestId('ring-card')).toBeNull());
    expect(rings).toEqual([]);
  });

  it('says that a colleague was quicker', async () => {
    const { server, user } = await showScene('desk-away');
    server.on(routes.acceptConsultation, () => Promise.reject(new ProblemError('already-taken')));
    await screen.findByText('Gaida', { selector: 'h2' });
    await user.keyboard('t');
    expect(await screen.findByText('Kāds kolēģis jau atbildēja šim cilvēkam.')).toBeTruthy();
  });

  it('says why the system turned availability off', async () => {
    await showScene('desk-away');
    expect(await screen.findByText(/Zvans palika neatbildēts/)).toBeTruthy();
  });

  it('saves notes and closes the case', async () => {
    const { server, user } = await showScene('desk-after-call');
    await user.type(await screen.findByRole('textbox', { name: 'Piezīmes' }), ' Zvanīs vēlreiz.');
    await user.click(screen.getByRole('radio', { name: 'Jāturpina' }));
    await user.click(screen.getByRole('button', { name: 'Slēgt gadījumu' }));
    await waitFor(() => expect(asked(server.requests, /close$/)).toBe(1));
    expect(await screen.findByText('Slēgts')).toBeTruthy();
    expect(screen.getByText(/Pārrunāti nepieciešamie dokumenti. Zvanīs vēlreiz./)).toBeTruthy();
  });
});

describe('the connection', () => {
  it('is missed in words, with what still works', async () => {
    const { live } = await showScene('desk-ready');
    await screen.findByText('Gaidām nākamo zvanu');
    act(() => live().onStatus('away'));
    expect(await screen.findByText(/Savienojums ar serveri ir pārtrūcis/, {}, { timeout: 5000 })).toBeTruthy();
    act(() => live().onStatus('connected'));
    await waitFor(() => expect(screen.queryByText(/Savienojums ar serveri ir pārtrūcis/)).toBeNull());
  });

  it('leads back to the sign-in when the session is over', async () => {
    const { live } = await showScene('desk-ready');
    await screen.findByText('Gaidām nākamo zvanu');
    act(() => live().onSessionEnded());
    expect(await screen.findByLabelText('Lietotājvārds vai e-pasta adrese')).toBeTruthy();
  });
});

describe('the waiting list', () => {
  it('leaves out the one that rings here', async () => {
    const ring = aRing();
    const { live } = await showScene('desk-ready');
    await screen.findByText('Gaidām nākamo zvanu');
    const waiting = [aWaitingEntry(1, { consultationId: ring.consultationId }), aWaitingEntry(2)];
    act(() => live().onDesk(aDesk({ revision: 5, ring, waiting })));
    await screen.findByTestId('ring-card');
    expect(screen.getAllByRole('button', { name: /Atbildēt .*Kuldīgas/ })).toHaveLength(1);
  });
});

describe('the contact point', () => {
  it('starts a session for a citizen in a language that is spoken there', async () => {
    const { server, user } = await showScene('contact-point');
    const started: unknown[] = [];
    server.on(routes.startAtKiosk, ({ params, body }) => {
      started.push({ ...params, ...body });
      return routes.startAtKiosk.reply.parse({ startRequestId: uuid(990) });
    });
    const [, start] = await screen.findAllByRole('button', { name: 'Sākt sesiju' });
    if (!start) throw new Error('No kiosk is free');
    await user.click(start);
    await user.type(await screen.findByLabelText('Meklēt pakalpojumu'), 'gimenes');
    await user.click(await screen.findByRole('radio', { name: /Ģimenes valsts pabalsts/ }));
    await user.click(screen.getByRole('radio', { name: 'Русский' }));
    await user.click(screen.getByRole('button', { name: 'Sākt kioskā' }));
    await waitFor(() => expect(started).toEqual([{ kioskId: uuid(804), serviceId: uuid(102), language: 'ru' }]));
  });

  it('tells the citizen that help is on the way', async () => {
    const { server, live, user } = await showScene('contact-point');
    server.on(routes.answerHelp, () => ({}));
    await user.click(await screen.findByRole('button', { name: 'Jau eju' }));
    await waitFor(() => expect(asked(server.requests, /^delete .*help$/)).toBe(1));
    act(() => live().onContactPoint({ ...aContactPoint([aKiosk({})]), revision: 9 }));
    await waitFor(() => expect(screen.queryByText(/lūdz palīdzību/)).toBeNull());
  });
});
